# Written by `nox -s generate` from src; do not edit.
"""The concrete response whose content comes in pieces."""

from collections.abc import AsyncIterable
from typing import Any

from antiphon.responses import starlette_classes
from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.response import B_co, Response, S_co
from antiphon.responses.starlette_classes import BackgroundTask, ContentStream, Receive, Scope, Send
from antiphon.runtime.transmit.asgi import Transmit
from antiphon.runtime.transmit.pings import Ping
from antiphon.runtime.transmit.transmit import transmit

__all__ = ["StreamingResponse"]

class StreamingResponse(Response[S_co, B_co], starlette_classes.StreamingResponse):
    """Content that comes piece by piece from an iterable, asynchronous or not.

    The header is sent before the first piece is asked for, as Starlette sends it: an error from then on breaks the
    response off. Declared streams wait for their first piece. When the client leaves, or the task is cancelled, the
    iterator has been closed when the call returns. An answer to HEAD has the header alone: nothing is iterated.

    Raises ParamError, beside what Response refuses, for str and octets, which would be sent one character at a time,
    and for a status without content, whenever it is set.
    """

    status_code: S_co
    media_type: str | None = None
    body_iterator: AsyncIterable[Any]
    """The pieces that are sent, of a response that was made by the constructor."""
    transmit: Transmit | None = None
    """How a declared response sends what it carries; None for one that was made by the constructor."""
    carried: Any
    """The content of a declared response."""
    ping: Ping | None = None
    """Something to send while there is no piece, of a response that was made by the constructor."""
    background: BackgroundTask | None

    def __init__(
        self,
        content: ContentStream,
        status_code: S_co = 200,  # type: ignore[assignment]  # as in Response
        headers: HeaderLines | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None: ...
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the pieces as they come, then run the background work.

        Raises ClientDisconnect when `send` raises OSError, and ParamError where the pieces are more or less than a
        Content-Length that was given, before what is too much is sent; the header has been sent by then.
        """

    def encoded(self, piece: Any) -> bytes:
        """The octets of a piece that is not bytes. Raises ParamError for what is neither text nor octets."""
