# Written by `nox -s generate` from src; do not edit.
"""ST: rules about the status, and what it demands of fields and content."""
