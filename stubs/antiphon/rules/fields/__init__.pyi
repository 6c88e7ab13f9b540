# Written by `nox -s generate` from src; do not edit.
"""HD: rules about field names and values."""
