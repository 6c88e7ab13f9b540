"""ext-value (RFC 8187 section 3.2.1): text in any script inside a parameter whose name ends in `*`."""

from __future__ import annotations

from urllib.parse import quote_from_bytes, unquote_to_bytes

from antiphon.headers.field import FieldError
from antiphon.http.grammar import ATTR_MARKS, EXT_VALUE


def write_extended(field_name: str, what: str, text: str) -> str:
    """The text as an ext-value in UTF-8. Raises FieldError for a lone surrogate."""
    try:
        return f"UTF-8''{quote_from_bytes(text.encode(), safe=ATTR_MARKS)}"
    except UnicodeEncodeError:
        raise FieldError(f"{field_name}: {what} is {text!r}, which holds a lone surrogate") from None


def read_extended(field_name: str, what: str, value: str) -> str:
    """The text of an ext-value; its language is not kept. Raises FieldError for another charset than UTF-8."""
    match = EXT_VALUE.fullmatch(value)
    # Section 3.2.1: producers MUST use the character encoding UTF-8.
    if match is None or match["charset"].lower() != "utf-8":
        raise FieldError(f"{field_name}: {what} is {value!r}, which is not UTF-8'' and then text in percent-encoding")
    try:
        return unquote_to_bytes(match["text"]).decode()
    except UnicodeDecodeError:
        raise FieldError(f"{field_name}: {what} is {value!r}, whose octets are not UTF-8") from None
