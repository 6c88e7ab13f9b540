"""WSGI's contract for the response to one request (PEP 3333)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sized
from typing import Any, Final

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.protocol_faults import (
    CONTENT,
    FIELDS,
    FORM,
    HOP_BY_HOP,
    LENGTH,
    NO_CONTENT,
    ORDER,
    STATUS,
    UNFINISHED,
)
from antiphon.http.expression import expression
from antiphon.http.hop_by_hop import HOP_BY_HOP as CONNECTION_FIELDS
from antiphon.testing.content_length import WITHOUT_CONTENT, announced

# PEP 3333, The start_response() Callable: "separated by a single space, with no surrounding whitespace", no control
# characters. RFC 9112 section 4 allows an empty phrase.
_STATUS: Final = expression(r"([0-9]{3}) (?:[!-~\x80-\xff]+(?: +[!-~\x80-\xff]+)*)?")
#: RFC 2616 section 13.5.1, which the PEP names, calls the field Trailer by another name.
_CONNECTION_FIELDS: Final = CONNECTION_FIELDS | {b"trailers"}


class WSGIContract:
    """The state of one exchange. Each method gives the findings about one step, and never raises."""

    def __init__(self, environ: Mapping[str, Any]) -> None:
        self.status: int | None = None
        """The status, once start_response was called; None before."""
        self.lines: tuple[tuple[bytes, bytes], ...] = ()
        """The field lines that are of the right type."""
        self.sent: int = 0
        """The octets of content so far."""
        self.counted: bool = True
        """Every octet passes through the application's hands."""
        self.transmitted: bool = False
        """Whether status and fields are on their way: after the first piece that is not empty, and the first write."""
        self.headers: Any = []
        """The fields as start_response was given them, and as a list where they could be read once only."""
        self._head = environ.get("REQUEST_METHOD") == "HEAD"
        self._length: int | None = None
        self._pieces = 0
        self._promised: int | None = None
        self._iterated = False
        self._octets = True

    def called(self, arguments: tuple[Any, ...], keywords: Mapping[str, Any]) -> Iterator[Diagnostic]:
        """start_response was called with these. What is wrong with the values themselves is for `start`."""
        if keywords:
            named = ", ".join(keywords)
            yield FORM.found(f"start_response is given {named} by keyword", help="give its arguments by position")
        exc_info = arguments[2] if len(arguments) > 2 else keywords.get("exc_info")
        if exc_info is not None and not _is_exc_info(exc_info):
            yield FORM.found("exc_info is not what sys.exc_info() gives", help="give sys.exc_info(), or None")

    def start(self, status: Any, headers: Any, *, again: bool) -> Iterator[Diagnostic]:
        """start_response was called; `again` says that it was given exc_info."""
        if self.status is not None and not again:
            yield ORDER.found("start_response is called a second time without exc_info")
        match = _STATUS.fullmatch(status) if isinstance(status, str) else None
        if match is None:
            yield STATUS.found(f"the status is {status!r}, not three digits, one space and a phrase", path="status")
        elif not 200 <= int(match[1]) <= 599:
            yield STATUS.found(f"the status of the final response is {match[1]}", path="status")
        self.status = int(match[1]) if match else 500
        if type(headers) is not list:
            yield FIELDS.found(f"the fields are of type {type(headers).__name__}, not list")
        self.headers = list(headers) if isinstance(headers, Iterator) else headers
        kept = []
        for number, line in enumerate(self.headers if isinstance(headers, Iterable) else ()):
            fault = _line_fault(line)
            if fault:
                yield FIELDS.found(f"field line {number} {fault}", path=f"headers[{number}]")
            else:
                kept.append((line[0].encode("latin-1"), line[1].encode("latin-1")))
        self.lines = tuple(kept)
        yield from connection_fields(self.lines)
        self._length = announced(self.lines)

    def raised(self) -> Iterator[Diagnostic]:
        """start_response was given exc_info after the fields were on their way, and the application goes on.

        A server raises then, so that nothing more is sent.
        """
        yield ORDER.found(
            "the application goes on after start_response was given exc_info, and content had been sent",
            help="let what start_response raises through, to the server",
        )

    def gave(self, result: Any) -> Iterator[Diagnostic]:
        """The application has returned this."""
        kind = type(result)
        if isinstance(result, str | bytes):
            # In Python 3 each piece of bytes is a number.
            self._octets = False
            what = f"the application returns {kind.__name__}, of which each character is a piece"
            yield CONTENT.found(what, path="body", help="return a list with the content: [content]")
        elif not hasattr(kind, "__iter__") and not hasattr(kind, "__getitem__"):
            what = f"the application returns {kind.__name__}, not an iterable of bytes"
            yield FORM.found(what, help="return a list of bytes, which may be empty")
        elif isinstance(result, Sized):
            with contextlib.suppress(Exception):  # "If a call to len(iterable) succeeds"
                self._promised = len(result)

    def iterates(self) -> None:
        """The server asks for the first piece."""
        self._iterated = True

    def write(self, piece: Any) -> Iterator[Diagnostic]:
        """A piece is given to what start_response returned."""
        if self._iterated:
            yield ORDER.found("write() is called while the pieces of the response are asked for")
        yield from self._piece(piece)
        self.transmitted = True

    def take(self, piece: Any) -> Iterator[Diagnostic]:
        """One piece of what the application returned."""
        self._pieces += 1
        yield from self._piece(piece)
        self.transmitted |= bool(piece)

    def _piece(self, piece: Any) -> Iterator[Diagnostic]:
        if self.status is None:
            yield ORDER.found("content is given before start_response was called")
        if not isinstance(piece, bytes):
            if self._octets:
                yield CONTENT.found(f"a piece of the content is of type {type(piece).__name__}", path="body")
            return
        if piece and not self.sent and self.status in WITHOUT_CONTENT:
            yield NO_CONTENT.found(f"a response of status {self.status} has content", path="body")
        before, self.sent = self.sent, self.sent + len(piece)
        length = self._length
        if length is not None and before <= length < self.sent and not self._head and self.status != 304:
            yield LENGTH.found(f"Content-Length is {length}, and more octets are sent", path="body")

    def end(self) -> Iterator[Diagnostic]:
        """All pieces were given."""
        length = self._length
        if self.status is None:
            yield UNFINISHED.found("the application never called start_response")
        elif length is not None and self.sent < length and not self._head and self.status != 304:
            yield LENGTH.found(f"Content-Length is {length}, and {self.sent} octets are sent", path="body")
        if self._promised is not None and self._promised != self._pieces:
            what = f"what the application returns has a length of {self._promised} and gives {self._pieces} pieces"
            yield FORM.found(what, help="leave __len__ out, or let it count the pieces", path="body")


def connection_fields(lines: Iterable[tuple[bytes, bytes]]) -> Iterator[Diagnostic]:
    """The fields among these lines that are the server's alone (PEP 3333, Other HTTP Features)."""
    for number, (name, _) in enumerate(lines):
        if name.lower() in _CONNECTION_FIELDS:
            shown = name.decode("latin-1")
            what = f"{shown} belongs to the connection between the server and its client"
            yield HOP_BY_HOP.found(what, path=f"headers[{number}]")


def _is_exc_info(value: Any) -> bool:
    """Whether a value is of the form of `sys.exc_info()`, within a handler or without."""
    if type(value) is not tuple or len(value) != 3:
        return False
    kind, error, _ = value
    return value == (None, None, None) or (isinstance(error, BaseException) and isinstance(kind, type))


def _line_fault(line: Any) -> str:
    """Why that is not a field line; empty where it is one."""
    if type(line) is not tuple or len(line) != 2:
        return "is not a tuple of two"
    name, value = line
    if not isinstance(name, str) or not isinstance(value, str):
        return f"is of types {type(name).__name__} and {type(value).__name__}, not str"
    try:
        (name + value).encode("latin-1")
    except UnicodeEncodeError:
        return "holds characters outside latin-1"
    # "Without a trailing colon or other punctuation"; what is not a token at all is for the rules.
    if name[-1:] in ("-", "_", ":"):
        return f"has a name that ends in punctuation: {name!r}"
    # A CGI gateway takes it for the status: PEP 3333's own example writes it before the fields.
    if name.lower() == "status":
        return "is called Status, which a CGI gateway takes for the status of the response"
    # "Any control characters": HTTP itself allows a tab, and the rules find the others.
    return "has a tab in its value" if "\t" in value else ""
