# Written by `nox -s generate` from src; do not edit.
"""`python -m antiphon` is the command line."""
