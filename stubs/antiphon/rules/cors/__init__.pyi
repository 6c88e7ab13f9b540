# Written by `nox -s generate` from src; do not edit.
"""CR: rules about cross-origin requests."""
