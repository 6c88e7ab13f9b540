"""ASGI's contract for the response to one HTTP request, message by message."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.protocol_faults import (
    CONTENT,
    EXTENSION,
    LENGTH,
    NO_CONTENT,
    ORDER,
    STATUS,
    UNFINISHED,
)
from antiphon.testing.asgi_keys import field_lines, key_faults
from antiphon.testing.content_length import WITHOUT_CONTENT, announced

_BODY: Final = "http.response.body"
_PATH: Final = "http.response.pathsend"


class ASGIContract:
    """The state of one exchange. `take` and `end` give the findings, and never raise."""

    def __init__(self, scope: Mapping[str, Any]) -> None:
        self.status: int | None = None
        """The status, once the response has begun; None before."""
        self.lines: tuple[tuple[bytes, bytes], ...] = ()
        """The field lines that are of the right type."""
        self.ended: bool = False
        """Whether the last piece was sent, and the trailers that were announced."""
        self.sent: int = 0
        """The octets of content so far; of a file that the server sends, none."""
        self.counted: bool = True
        """Whether `sent` counts all that was sent."""
        self._head = scope.get("method") == "HEAD"
        self._offered: frozenset[str] = frozenset(scope.get("extensions") or ())
        self._length: int | None = None
        self._trailers = False  # announced
        self._whole = False  # the last piece was sent
        self._pieces: set[str] = set()  # the types of messages that had content
        self._debugged = False

    def take(self, message: Any) -> Iterator[Diagnostic]:
        """One message that the application sends."""
        kind = message.get("type") if isinstance(message, Mapping) else None
        if not isinstance(kind, str) or kind not in _MESSAGES:
            yield EXTENSION.found(f"a message of type {kind!r} is sent, and a response has none such")
            return
        if kind in _EXTENSIONS and kind not in self._offered:
            yield EXTENSION.found(f"{kind} is sent, and the scope does not offer it")
        yield from key_faults(kind, message)
        yield from _MESSAGES[kind](self, kind, message)

    def end(self) -> Iterator[Diagnostic]:
        """The application has returned, and its client is still there."""
        if self.status is None:
            yield UNFINISHED.found("the application returned without a response")
        elif not self.ended:
            left_out = "trailers" if self._whole else "more content"
            yield UNFINISHED.found(f"the application returned and had announced {left_out}")

    def _start(self, kind: str, message: Mapping[str, Any]) -> Iterator[Diagnostic]:
        if self.status is not None:
            yield ORDER.found(f"{kind} is sent a second time")
            return
        status = message.get("status")
        if isinstance(status, bool) or not isinstance(status, int):
            yield STATUS.found(f"the status is of type {type(status).__name__}, not int", path="status")
        elif not 200 <= status <= 599:
            yield STATUS.found(f"the status of the final response is {status}", path="status")
        self.status = status if isinstance(status, int) else 500
        self._trailers = bool(message.get("trailers"))
        lines, found = field_lines(message.get("headers", ()))
        yield from found
        self.lines = tuple(lines)
        self._length = announced(self.lines)

    def _piece(self, kind: str, message: Mapping[str, Any]) -> Iterator[Diagnostic]:
        if self.status is None:
            yield ORDER.found(f"{kind} is sent before http.response.start")
        if self._whole:
            yield ORDER.found(f"{kind} is sent after the end of the {'content' if self._trailers else 'response'}")
            return
        if self._pieces and (kind == _PATH) is not (self._pieces == {_PATH}):
            yield ORDER.found(f"{kind} is sent, and there is other content before: a path is the whole content")
        self._pieces.add(kind)
        piece = message.get("body", b"") if kind == _BODY else b""
        more = kind != _PATH and message.get("more_body", False)
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
        self._whole = not more
        self.ended = self._whole and not self._trailers

    def _fields_after(self, kind: str, message: Mapping[str, Any]) -> Iterator[Diagnostic]:
        """Trailers."""
        if not self._trailers:
            yield ORDER.found(
                f"{kind} is sent, and http.response.start did not announce it",
                help='send http.response.start with "trailers": True',
            )
        elif not self._whole:
            yield ORDER.found(f"{kind} is sent before the last piece of the content")
        elif self.ended:
            yield ORDER.found(f"{kind} is sent after the end of the response")
        yield from field_lines(message.get("headers", ()))[1]
        self.ended |= self._whole and not message.get("more_trailers", False)

    def _hint(self, kind: str, message: Mapping[str, Any]) -> Iterator[Diagnostic]:
        # "After the Response Start message", says the specification, and servers take it before that alone: Hypercorn
        # 0.18, uvicorn 0.54. So neither is a finding.
        if self._whole:
            yield ORDER.found(f"{kind} is sent after the last piece of the content")

    def _push(self, kind: str, message: Mapping[str, Any]) -> Iterator[Diagnostic]:
        # Likewise: Starlette's documentation sends one before it returns its response, and Hypercorn 0.18 takes both.
        if self._whole:
            yield ORDER.found(f"{kind} is sent after the last piece of the content")
        yield from field_lines(message.get("headers", ()))[1]

    def _debug(self, kind: str, message: Mapping[str, Any]) -> Iterator[Diagnostic]:
        if self.status is not None:
            yield ORDER.found(f"{kind} is sent after http.response.start")
        if self._debugged:
            yield ORDER.found(f"{kind} is sent a second time")
        self._debugged = True


#: Every message of a response, and the part of the contract that it is for.
_MESSAGES: Final[Mapping[Any, Callable[[ASGIContract, str, Mapping[str, Any]], Iterator[Diagnostic]]]] = {
    "http.response.start": ASGIContract._start,
    _BODY: ASGIContract._piece,
    _PATH: ASGIContract._piece,
    "http.response.zerocopysend": ASGIContract._piece,
    "http.response.trailers": ASGIContract._fields_after,
    "http.response.early_hint": ASGIContract._hint,
    "http.response.push": ASGIContract._push,
    "http.response.debug": ASGIContract._debug,
}
#: Those that the scope has to offer.
_EXTENSIONS: Final = frozenset(_MESSAGES) - {"http.response.start", _BODY}
