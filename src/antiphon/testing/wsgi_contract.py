"""WSGI's contract for the response to one request (PEP 3333)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.protocol_faults import CONTENT, FIELDS, LENGTH, NO_CONTENT, ORDER, STATUS, UNFINISHED
from antiphon.testing.asgi_contract import WITHOUT_CONTENT
from antiphon.testing.content_length import announced

_STATUS: Final = re.compile(r"([0-9]{3}) [^\x00-\x1f\x7f]*")


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
        self._head = environ.get("REQUEST_METHOD") == "HEAD"
        self._length: int | None = None

    def start(self, status: Any, headers: Any, *, again: bool) -> Iterator[Diagnostic]:
        """start_response was called; `again` says that it was given exc_info."""
        if self.status is not None and not again:
            yield ORDER.found("start_response is called a second time without exc_info")
        if self.sent and again:
            yield ORDER.found("start_response is called after content was sent")
        match = _STATUS.fullmatch(status) if isinstance(status, str) else None
        if match is None:
            yield STATUS.found(f"the status is {status!r}, not three digits, a space and a phrase", path="status")
        elif not 200 <= int(match[1]) <= 599:
            yield STATUS.found(f"the status of the final response is {match[1]}", path="status")
        self.status = int(match[1]) if match else 500
        if type(headers) is not list:
            yield FIELDS.found(f"the fields are of type {type(headers).__name__}, not list")
        kept = []
        for number, line in enumerate(headers or ()):
            fault = _line_fault(line)
            if fault:
                yield FIELDS.found(f"field line {number} {fault}", path=f"headers[{number}]")
            else:
                kept.append((line[0].encode("latin-1"), line[1].encode("latin-1")))
        self.lines = tuple(kept)
        self._length = announced(self.lines)

    def take(self, piece: Any) -> Iterator[Diagnostic]:
        """One piece of content."""
        if self.status is None:
            yield ORDER.found("content is given before start_response was called")
        if not isinstance(piece, bytes):
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
    return ""
