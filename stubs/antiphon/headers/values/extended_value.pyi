# Written by `nox -s generate` from src; do not edit.
"""ext-value (RFC 8187 section 3.2.1): text in any script inside a parameter whose name ends in `*`."""

def write_extended(field_name: str, what: str, text: str) -> str:
    """The text as an ext-value in UTF-8. Raises FieldError for a lone surrogate."""

def read_extended(field_name: str, what: str, value: str) -> str:
    """The text of an ext-value; its language is not kept. Raises FieldError for another charset than UTF-8."""
