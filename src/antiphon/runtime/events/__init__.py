"""Server-sent events: the values, and their octets (HTML section 9.2)."""
