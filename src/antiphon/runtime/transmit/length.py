"""The Content-Length that is declared for content which is sent in pieces."""

from __future__ import annotations

from collections.abc import Iterable

from antiphon.errors import ParamError
from antiphon.runtime.plan import RawHeader


def declared_length(headers: Iterable[RawHeader]) -> int | None:
    """The Content-Length among the lines; None where there is none, or one of more digits than any content has."""
    text = next((value for name, value in headers if name == b"content-length"), None)
    return int(text) if text and text.isdigit() and len(text) < 20 else None


def check_number(headers: Iterable[RawHeader]) -> None:
    """Raises ParamError where there is a Content-Length that is not a number in digits: servers frame by it."""
    for name, value in headers:
        if name == b"content-length" and not value.isdigit():
            raise contradiction("is not a number in digits alone")


def wrong_length(length: int, sent: int) -> ParamError:
    """The error for pieces that are more or fewer octets than were declared."""
    return contradiction(f"is {length}, and the stream has given {sent} octets")


def contradiction(what: str) -> ParamError:
    """The error for a Content-Length that is not that of the content."""
    return ParamError(
        "headers['content-length']",
        what,
        help="leave it out, or give the length of what is sent",
        cite="RFC 9110 section 8.6; RFC 9112 section 6.3",
    )
