"""quoted-string (RFC 9110 section 5.6.4): text between double quotes, with `"` and backslash escaped."""

from __future__ import annotations

import re

from antiphon.headers.field import FieldError
from antiphon.http.grammar import QUOTED_STRING

#: The ASCII characters of a quoted-string: HTAB, SP and VCHAR.
_QUOTABLE = re.compile(r"[\t -~]*")
_ESCAPE = re.compile(r'["\\]')
_QUOTED_PAIR = re.compile(r"\\(.)")


def quote(field_name: str, what: str, text: str) -> str:
    """The text as a quoted-string. Raises FieldError for a control or a character outside ASCII."""
    if not isinstance(text, str) or not _QUOTABLE.fullmatch(text):
        raise FieldError(f"{field_name}: {what} is {text!r}, and a quoted string holds printable ASCII only")
    return f'"{_ESCAPE.sub(lambda match: chr(92) + match[0], text)}"'


def unquote(field_name: str, what: str, quoted: str) -> str:
    """The text of a quoted-string. Raises FieldError for anything else, and for characters outside ASCII."""
    if not QUOTED_STRING.fullmatch(quoted) or not quoted.isascii():
        raise FieldError(f"{field_name}: {what} is {quoted!r}, which is not a quoted string of printable ASCII")
    return _QUOTED_PAIR.sub(r"\1", quoted[1:-1])
