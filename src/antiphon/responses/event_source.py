"""A stream of events that is not declared: FastAPI's EventSourceResponse, and most of sse-starlette's."""

# ruff: noqa: PLR0917 - the signature is sse-starlette's
from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Mapping
from typing import Any, TypeAlias

from antiphon.errors import ParamError
from antiphon.http.event_stream import FIELDS
from antiphon.responses.fastapi_classes import EventSourceBase
from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.starlette_classes import BackgroundTask
from antiphon.responses.streams import StreamingResponse
from antiphon.runtime.content.json import encode
from antiphon.runtime.events.declared import declared_events
from antiphon.runtime.events.event import Comment, Event, TextEvent
from antiphon.runtime.events.framing import END, event_line, name_fault
from antiphon.runtime.events.items import Block, item_encoder
from antiphon.runtime.transmit.events import PING
from antiphon.runtime.transmit.pings import Ping

__all__ = ["EventSourceResponse"]

#: Octets and text as they are; events, of antiphon, of FastAPI, or of sse-starlette; or a dict of an event's fields.
Items: TypeAlias = AsyncIterable[Any] | Iterable[Any]

_FIELDS = FIELDS | {"comment"}


class EventSourceResponse(StreamingResponse[int, Any], EventSourceBase):
    """A stream of server-sent events.

    Octets and text are sent as they are, as FastAPI's class sends them: lines, and the empty line after each event, are
    the caller's. Everything else is an event, whose text cannot break the framing: `Event`, `TextEvent` and `Comment`;
    FastAPI's and sse-starlette's ServerSentEvent; and a dict with the keys `data`, `event`, `id`, `retry` and
    `comment`, whose data is sent as text.

    `Cache-Control: no-store` and `X-Accel-Buffering: no` are sent unless they are given. A comment is sent where there
    was nothing else for `ping` seconds; with 0 never. Nothing is sent before the first item or the first such comment.
    `sep` is taken for LF, whatever it is.

    Raises ParamError, beside what StreamingResponse raises, for a name or an id that no line can carry.
    """

    media_type: str | None = "text/event-stream"
    _at_once = False
    DEFAULT_PING_INTERVAL: float = 15
    """The seconds of `ping` where none are given."""

    def __init__(
        self,
        content: Items,
        status_code: int = 200,
        headers: HeaderLines | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        ping: float | None = None,
        sep: str | None = None,
    ) -> None:
        StreamingResponse.__init__(self, content, status_code, headers, media_type, background)
        self.headers.setdefault("cache-control", "no-store")
        self.headers.setdefault("x-accel-buffering", "no")
        seconds = self.DEFAULT_PING_INTERVAL if ping is None else ping
        if isinstance(seconds, bool) or not isinstance(seconds, int | float) or seconds < 0:
            raise ParamError("ping", f"is {seconds!r}", help="give seconds, or 0 for none", cite="the signature")
        self._is_between = True
        self._blocks: dict[type, Block] = {}
        self.ping: Ping | None = Ping(seconds, PING, self._is_whole) if seconds else None

    def encoded(self, piece: Any) -> bytes:
        """The octets of an item. Raises ParamError for anything but an event."""
        octets = piece if isinstance(piece, bytes) else self._encoded(piece)
        self._is_between = octets.endswith((b"\n\n", b"\r\r", b"\r\n\r\n"))
        return octets

    def _is_whole(self) -> bool:
        """Whether what was sent ends with an event, so that a ping does not break one in two."""
        return self._is_between

    def _encoded(self, piece: Any) -> bytes:
        if isinstance(piece, Event | Comment):
            block = self._blocks.get(type(piece))
            if block is None:
                block = self._blocks[type(piece)] = item_encoder(declared_events(type(piece)))
            return block(piece)
        if isinstance(piece, Mapping):
            fields: Mapping[Any, Any] = piece
            if fields.keys() <= _FIELDS | {"sep"}:
                return _block(**{name: value for name, value in fields.items() if name in _FIELDS})
            return StreamingResponse.encoded(self, fields)
        if hasattr(piece, "raw_data") and _names(piece) >= _FIELDS:  # FastAPI's, whose data is JSON
            data = piece.raw_data if piece.data is None else encode(piece.data).decode()
            return _block(data, piece.event, piece.id, piece.retry, piece.comment)
        if _names(piece) >= _FIELDS:  # sse-starlette's
            return _block(piece.data, piece.event, piece.id, piece.retry, piece.comment)
        return StreamingResponse.encoded(self, piece)


def _names(piece: object) -> set[str]:
    return set(vars(piece)) if hasattr(piece, "__dict__") else set()


def _block(
    data: Any = None, event: str | None = None, id: Any = None, retry: int | None = None, comment: str | None = None
) -> bytes:
    """One event, whose data is the text that `str` gives."""
    if event is not None and (fault := name_fault(event)) is not None:
        raise ParamError("event", fault, help="give text without control characters", cite="HTML section 9.2.6")
    known = None if id is None else str(id)
    if data is None:
        control = Event(None, id=known, retry=retry, comment=comment)
        return control._fields + event_line(event) + END
    text = data.decode() if isinstance(data, bytes) else str(data)
    found = _TEXT(TextEvent(text, id=known, retry=retry, comment=comment))
    return event_line(event) + found


_TEXT: Block = item_encoder(declared_events(TextEvent))
