# Written by `nox -s generate` from src; do not edit.
"""Whether a text is JSON (RFC 8259), to the letter."""

def json_fault(text: str) -> str:
    """Why a text is not one JSON text (RFC 8259 section 2); empty where it is."""
