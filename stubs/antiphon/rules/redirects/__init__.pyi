# Written by `nox -s generate` from src; do not edit.
"""Rules about redirects."""
