# Written by `nox -s generate` from src; do not edit.
"""CT: rules about media types and content."""
