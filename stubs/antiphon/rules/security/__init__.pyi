# Written by `nox -s generate` from src; do not edit.
"""SC: rules about security fields."""
