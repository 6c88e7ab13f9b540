"""ext-value (RFC 8187 section 3.2.1): text in any script inside a parameter whose name ends in `*`."""

from __future__ import annotations

import re
from urllib.parse import quote_from_bytes, unquote_to_bytes

from antiphon.headers.field import FieldError

#: attr-char, but for letters and digits
_ATTR_MARKS = "!#$&+-.^_`|~"
_EXT_VALUE = re.compile(
    rf"([A-Za-z0-9!#$%&+\-^_`{{}}~]+)'([A-Za-z0-9-]*)'((?:[A-Za-z0-9{re.escape(_ATTR_MARKS)}]|%[0-9A-Fa-f]{{2}})*)"
)


def write_extended(field_name: str, what: str, text: str) -> str:
    """The text as an ext-value in UTF-8. Raises FieldError for a lone surrogate."""
    try:
        return f"UTF-8''{quote_from_bytes(text.encode(), safe=_ATTR_MARKS)}"
    except UnicodeEncodeError:
        raise FieldError(f"{field_name}: {what} is {text!r}, which holds a lone surrogate") from None


def read_extended(field_name: str, what: str, value: str) -> str:
    """The text of an ext-value; its language is not kept. Raises FieldError for another charset than UTF-8."""
    match = _EXT_VALUE.fullmatch(value)
    # Section 3.2.1: producers MUST use the character encoding UTF-8.
    if match is None or match[1].lower() != "utf-8":
        raise FieldError(f"{field_name}: {what} is {value!r}, which is not UTF-8'' and then text in percent-encoding")
    try:
        return unquote_to_bytes(match[3]).decode()
    except UnicodeDecodeError:
        raise FieldError(f"{field_name}: {what} is {value!r}, whose octets are not UTF-8") from None
