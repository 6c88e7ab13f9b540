"""The text of a field value, which every `decode` reads."""

from __future__ import annotations

from antiphon.headers.field import FieldError


def wire_text(field_name: str, value: object) -> str:
    """The value, if it is text. Raises FieldError for octets, None and whatever else is none."""
    if not isinstance(value, str):
        raise FieldError(f"{field_name}: a field value is read from str, and this is {type(value).__qualname__}")
    return value
