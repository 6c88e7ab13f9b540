# Written by `nox -s generate` from src; do not edit.
"""Language tags (RFC 5646 section 2.1)."""

def is_language_tag(text: str) -> bool:
    """Whether the text is a well-formed language tag."""
