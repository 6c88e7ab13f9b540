# Written by `nox -s generate` from src; do not edit.
"""A response that was seen, compared with the one that is declared."""
