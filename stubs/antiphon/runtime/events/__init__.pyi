# Written by `nox -s generate` from src; do not edit.
"""Server-sent events: the values, and their octets (HTML section 9.2)."""
