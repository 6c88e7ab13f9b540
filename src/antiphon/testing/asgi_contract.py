"""ASGI's contract for the response to one HTTP request, message by message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.protocol_faults import (
    CONTENT,
    EXTENSION,
    FIELDS,
    LENGTH,
    NO_CONTENT,
    ORDER,
    STATUS,
    UNFINISHED,
)
from antiphon.http.status import UNCOUNTED
from antiphon.testing.content_length import announced

_START: Final = "http.response.start"
_BODY: Final = "http.response.body"
#: Messages that end in these are extensions: the scope has to offer them.
_EXTENSIONS: Final = frozenset(
    {
        *("http.response.pathsend", "http.response.zerocopysend", "http.response.trailers", "http.response.push"),
        *("http.response.early_hint", "http.response.debug"),
    }
)
#: Statuses that have no content at all; of a 205, RFC 9110 section 15.3.6 says it.
WITHOUT_CONTENT: Final = UNCOUNTED | {205}
#: Extensions that come before the start, or at any time.
_BESIDE: Final = frozenset({"http.response.push", "http.response.early_hint", "http.response.debug"})


class ASGIContract:
    """The state of one exchange. `take` and `end` give the findings, and never raise."""

    def __init__(self, scope: Mapping[str, Any]) -> None:
        self.status: int | None = None
        """The status, once the response has begun; None before."""
        self.lines: tuple[tuple[bytes, bytes], ...] = ()
        """The field lines that are of the right type."""
        self.ended: bool = False
        """Whether the last piece was sent."""
        self.sent: int = 0
        """The octets of content so far; of a file that the server sends, none."""
        self.counted: bool = True
        """Whether `sent` counts all that was sent."""
        self._head = scope.get("method") == "HEAD"
        self._offered = frozenset(scope.get("extensions") or ())
        self._trailers = False
        self._length: int | None = None

    def take(self, message: Any) -> Iterator[Diagnostic]:
        """One message that the application sends."""
        kind = message.get("type") if isinstance(message, Mapping) else None
        if kind in _EXTENSIONS and kind not in self._offered:
            yield EXTENSION.found(f"{kind} is sent, and the scope does not offer it")
        if kind == _START:
            yield from self._start(message)
        elif kind == "http.response.trailers":
            self.ended = not message.get("more_trailers", False)
        elif kind == _BODY or (kind in _EXTENSIONS and kind not in _BESIDE):
            yield from self._piece(kind, message)
        elif kind not in _BESIDE:
            yield EXTENSION.found(f"a message of type {kind!r} is sent, and a response has none such")

    def end(self) -> Iterator[Diagnostic]:
        """The application has returned, and its client is still there."""
        if self.status is None:
            yield UNFINISHED.found("the application returned without a response")
        elif not self.ended:
            yield UNFINISHED.found("the application returned and had announced more content")

    def _start(self, message: Mapping[str, Any]) -> Iterator[Diagnostic]:
        if self.status is not None:
            yield ORDER.found("http.response.start is sent a second time")
            return
        status = message.get("status")
        if isinstance(status, bool) or not isinstance(status, int):
            yield STATUS.found(f"the status is of type {type(status).__name__}, not int", path="status")
        elif not 200 <= status <= 599:
            yield STATUS.found(f"the status of the final response is {status}", path="status")
        self.status = status if isinstance(status, int) else 500
        self._trailers = bool(message.get("trailers"))
        kept = []
        for number, line in enumerate(message.get("headers", ())):
            fault = _line_fault(line)
            if fault:
                yield FIELDS.found(f"field line {number} {fault}", path=f"headers[{number}]")
            else:
                kept.append((line[0], line[1]))
        self.lines = tuple(kept)
        self._length = announced(self.lines)

    def _piece(self, kind: str, message: Mapping[str, Any]) -> Iterator[Diagnostic]:
        if self.status is None:
            yield ORDER.found(f"{kind} is sent before http.response.start")
        if self.ended:
            yield ORDER.found(f"{kind} is sent after the end of the response")
            return
        piece = message.get("body", b"") if kind == _BODY else b""
        more = message.get("more_body", False)
        if not isinstance(piece, bytes | bytearray | memoryview):
            yield CONTENT.found(f"a piece of the content is of type {type(piece).__name__}", path="body")
            piece = b""
        self.counted &= kind == _BODY
        size = memoryview(piece).nbytes
        if size and not self.sent and self.status in WITHOUT_CONTENT:
            yield NO_CONTENT.found(f"a response of status {self.status} has content", path="body")
        self.sent += size
        length = self._length
        # A HEAD answer has the length of the content that it leaves out; a 304 may say the length of its 200.
        if length is not None and not self._head and self.status != 304 and self.counted:
            if self.sent > length >= self.sent - size:
                yield LENGTH.found(f"Content-Length is {length}, and more octets are sent", path="body")
            elif not more and self.sent < length:
                yield LENGTH.found(f"Content-Length is {length}, and {self.sent} octets are sent", path="body")
        self.ended = not more and not self._trailers


def _line_fault(line: Any) -> str:
    """Why that is not a field line; empty where it is one."""
    try:
        name, value = line
    except (TypeError, ValueError):
        return "is not a pair"
    if not isinstance(name, bytes) or not isinstance(value, bytes):
        return f"is of types {type(name).__name__} and {type(value).__name__}, not bytes"
    if name != name.lower():
        return f"has a name that is not in lower case: {name.decode('latin-1')!r}"
    return "is a pseudo-header of HTTP/2" if name.startswith(b":") else ""
