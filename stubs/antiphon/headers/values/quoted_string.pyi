# Written by `nox -s generate` from src; do not edit.
"""quoted-string (RFC 9110 section 5.6.4): text between double quotes, with `"` and backslash escaped."""

def quote(field_name: str, what: str, text: str) -> str:
    """The text as a quoted-string. Raises FieldError for a control or a character outside ASCII."""

def unquote(field_name: str, what: str, quoted: str) -> str:
    """The text of a quoted-string. Raises FieldError for anything else, and for characters outside ASCII."""
