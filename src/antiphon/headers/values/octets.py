"""The octets of content that a field describes."""

from __future__ import annotations

from antiphon.headers.field import FieldError


def octets_of(field_name: str, content: bytes | bytearray | memoryview | str) -> bytes | bytearray | memoryview:
    """The octets themselves; of text, those of UTF-8. Raises FieldError for what has none."""
    if isinstance(content, (bytes, bytearray, memoryview)):
        return content
    if not isinstance(content, str):
        raise FieldError(f"{field_name}: the content is {type(content).__qualname__}, which is neither octets nor text")
    try:
        return content.encode()
    except UnicodeEncodeError:
        raise FieldError(f"{field_name}: the content holds a lone surrogate, which has no UTF-8 form") from None
