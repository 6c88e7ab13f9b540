# Written by `nox -s generate` from src; do not edit.
"""Comma-separated lists (RFC 9110 section 5.6.1), as a sender writes them: no empty member."""

def split_list(field_name: str, value: str) -> list[str]:
    """The members of a list, without the whitespace around them; none for an empty value.

    Commas inside a quoted-string separate nothing. Raises FieldError for an empty member, for a quote that does not
    end, and for whitespace around the whole value.
    """
