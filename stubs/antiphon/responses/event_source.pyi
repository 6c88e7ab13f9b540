# Written by `nox -s generate` from src; do not edit.
"""A stream of events that is not declared: FastAPI's EventSourceResponse, and most of sse-starlette's."""

from collections.abc import AsyncIterable, Iterable
from typing import Any, TypeAlias

from antiphon.responses.fastapi_classes import EventSourceBase
from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.starlette_classes import BackgroundTask
from antiphon.responses.streams import StreamingResponse
from antiphon.runtime.transmit.pings import Ping

__all__ = ["EventSourceResponse"]
Items: TypeAlias = AsyncIterable[Any] | Iterable[Any]

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
    DEFAULT_PING_INTERVAL: float = 15
    """The seconds of `ping` where none are given."""
    ping: Ping | None

    def __init__(
        self,
        content: Items,
        status_code: int = 200,
        headers: HeaderLines | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        ping: float | None = None,
        sep: str | None = None,
    ) -> None: ...
    def encoded(self, piece: Any) -> bytes:
        """The octets of an item. Raises ParamError for anything but an event."""
