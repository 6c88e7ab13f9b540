# Written by `nox -s generate` from src; do not edit.
"""Which modules get a stub, and where it stands."""
