"""The Content-Length that is declared for content which is sent in pieces."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

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


def check_pieces(content: Any, length: int | None, charset: str = "utf-8") -> None:
    """Raises ParamError where content that is a list or tuple of pieces is not as long as it is declared to be."""
    if length is None or not isinstance(content, list | tuple):
        return
    if not all(isinstance(piece, str | bytes | bytearray | memoryview) for piece in content):
        return  # the server will say so
    size = sum(len(piece.encode(charset)) if isinstance(piece, str) else memoryview(piece).nbytes for piece in content)
    if size != length:
        raise contradiction(f"is {length}, and the pieces are {size} octets")


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
