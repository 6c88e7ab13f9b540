# Written by `nox -s generate` from src; do not edit.
"""From what the user names to what was found there."""
