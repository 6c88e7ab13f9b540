# Written by `nox -s generate` from src; do not edit.
"""CC: rules about caching."""
