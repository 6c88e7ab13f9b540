"""The octets of an event stream (HTML section 9.2.5): lines of fields, and an empty line after each block of them.

HOT. A line ends with LF, and no text can end one: each line of a text gets a field name of its own, and values of one
line that hold a line end are refused.
"""

from __future__ import annotations

import re
from datetime import timedelta

from antiphon.errors import ParamError

#: The end of a block.
END = b"\n"
_CITE = "HTML section 9.2.6: the fields of an event stream"
_LINE_END = re.compile(rb"\r\n|\r|\n")
_UNCARRIED = re.compile("[\0\r\n]")
_CONTROL = re.compile(r"[\0-\x1f\x7f]")
#: The longest delay of a timer in JavaScript: clients that are written in it would not wait at all for a longer one.
_LONGEST = 2**31 - 1


def data_lines(octets: bytes) -> bytes:
    """The `data` field of data that has several lines, and so a field for each."""
    return b"data: " + _LINE_END.sub(b"\ndata: ", octets) + b"\n"


def event_line(name: str | None) -> bytes:
    """The line that names an event. Raises ValueError for a name that a line cannot carry."""
    if name is None:
        return b""
    fault = name_fault(name)
    if fault is not None:
        msg = f"the name of an event {fault}"
        raise ValueError(msg)
    return b"event: %b\n" % name.encode()


def name_fault(name: object) -> str | None:
    """The reason why an event cannot have that name; None where it can."""
    if not isinstance(name, str):
        return f"is {type(name).__qualname__}, not text"
    if not name:
        return "is empty; clients know an event without a name as `message`"
    found = _CONTROL.search(name)
    if found:
        return f"holds the control character U+{ord(found[0]):04X}"
    return "holds a lone surrogate, which has no UTF-8 form" if _octets(name) is None else None


def id_line(value: str) -> bytes:
    """The line of an event id. Raises ParamError for one that clients ignore or that would end the line."""
    if type(value) is str and value.isprintable():
        return b"id: %b\n" % value.encode()
    if not isinstance(value, str):
        what = f"is {type(value).__qualname__} where str is declared"
        raise ParamError("id", what, help="give text, such as str(number)", cite="the signature of Event")
    found = _UNCARRIED.search(value)
    if found:
        what = f"holds U+{ord(found[0]):04X}, so that clients would ignore it or read other fields"
        raise ParamError("id", what, help="give text without NUL, CR and LF", cite=_CITE)
    octets = _octets(value)
    if octets is None:
        raise _surrogate("id")
    return b"id: %b\n" % octets


def retry_line(value: int | timedelta) -> bytes:
    """The line of a reconnection time, in milliseconds. Raises ParamError for one that clients would ignore."""
    if isinstance(value, timedelta):
        milliseconds = round(value.total_seconds() * 1000)
    elif isinstance(value, int) and not isinstance(value, bool):
        milliseconds = value
    else:
        what = f"is {type(value).__qualname__} where int or timedelta is declared"
        raise ParamError("retry", what, help="give a timedelta, or milliseconds as int", cite="the signature of Event")
    if not 0 <= milliseconds <= _LONGEST:
        what = "is below 0 or above 2147483647 milliseconds, which clients ignore or do not wait"
        raise ParamError("retry", what, help="give a timedelta, or milliseconds as int", cite=_CITE)
    return b"retry: %d\n" % milliseconds


def comment_line(text: str) -> bytes:
    """The lines of a comment: each line of the text is one."""
    if not isinstance(text, str):
        what = f"is {type(text).__qualname__} where str is declared"
        raise ParamError("comment", what, help="give text", cite="the signature of Event")
    octets = _octets(text)
    if octets is None:
        raise _surrogate("comment")
    return b": " + _LINE_END.sub(b"\n: ", octets) + b"\n"


def _octets(text: str) -> bytes | None:
    """The text in UTF-8, which every event stream is in; None for a lone surrogate."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return None


def _surrogate(parameter: str) -> ParamError:
    return ParamError(
        parameter,
        "holds a lone surrogate, which has no UTF-8 form",
        help="leave it out; text that was decoded with surrogateescape holds them",
        cite="RFC 3629 section 3",
    )
