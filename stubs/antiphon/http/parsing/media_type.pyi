# Written by `nox -s generate` from src; do not edit.
"""Media types as they are written (RFC 9110 section 8.3.1)."""

def media_type_fault(value: str, *, wildcards: bool = False) -> str:
    """What is wrong with a media type, in a few words; empty where nothing is. A media range may have wildcards."""
