# Written by `nox -s generate` from src; do not edit.
"""Frameworks, one file each. Nothing else of antiphon imports these."""
