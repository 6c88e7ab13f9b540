"""The concrete response whose content comes in pieces."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import TYPE_CHECKING, Any

from antiphon.errors import ParamError
from antiphon.responses import starlette_classes
from antiphon.responses.exchange import keep_policy
from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.response import B_co, Response, S_co
from antiphon.responses.starlette_classes import BackgroundTask, ClientDisconnect, ContentStream, Receive, Scope, Send
from antiphon.responses.status import ContentfulStatus
from antiphon.runtime.content.not_content import is_response, response_given
from antiphon.runtime.transmit.asgi import Transmit, spec_version
from antiphon.runtime.transmit.connection import Disconnected
from antiphon.runtime.transmit.items import asynchronous
from antiphon.runtime.transmit.length import check_pieces, declared_length
from antiphon.runtime.transmit.pings import Ping
from antiphon.runtime.transmit.stream import octets_of
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

    if TYPE_CHECKING:
        status_code: S_co
    else:
        status_code = ContentfulStatus()

    media_type: str | None = None
    body_iterator: AsyncIterable[Any]
    """The pieces that are sent, of a response that was made by the constructor."""
    transmit: Transmit | None = None
    """How a declared response sends what it carries; None for one that was made by the constructor."""
    carried: Any
    """The content of a declared response."""
    _at_once = True  # whether the header leaves before there is a piece; of one that was made by the constructor
    ping: Ping | None = None
    """Something to send while there is no piece, of a response that was made by the constructor."""

    def __init__(
        self,
        content: ContentStream,
        status_code: S_co = 200,  # type: ignore[assignment]  # as in Response
        headers: HeaderLines | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        whole = isinstance(content, str | bytes | bytearray | memoryview)
        if whole or not isinstance(content, AsyncIterable | Iterable):
            if is_response(content):
                raise response_given(content)
            raise ParamError(
                "content",
                f"is {type(content).__qualname__} where an iterable of pieces is needed",
                help="call the generator function; to send content that is already whole, use Response",
                cite="the signature of StreamingResponse",
            )
        self.body_iterator = asynchronous(content)
        self.status_code = status_code
        if media_type is not None:
            self.media_type = media_type
        self.background = background
        self.init_headers(headers)  # type: ignore[arg-type]  # overrides have Starlette's annotation, as it has here
        check_pieces(content, declared_length(self.raw_headers), self.charset)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the pieces as they come, then run the background work.

        Raises ClientDisconnect when `send` raises OSError, and ParamError where the pieces are more or less than a
        Content-Length that was given, before what is too much is sent; the header has been sent by then.
        """
        if scope["type"] == "websocket":
            send = self._wrap_websocket_denial_send(send)
        own = all(getattr(type(self), name, None) is method for name, method in _STARLETTES.items())
        answer = _answer if own else starlette_classes.StreamingResponse.__call__
        await keep_policy(self, answer, scope, receive, send)

    def encoded(self, piece: Any) -> bytes:
        """The octets of a piece that is not bytes. Raises ParamError for what is neither text nor octets."""
        if isinstance(piece, str):
            return piece.encode(self.charset)
        return octets_of(piece)


#: The methods that Starlette's class sends with. Where a subclass has its own, the response is sent by them.
_STARLETTES = {
    name: getattr(starlette_classes.StreamingResponse, name, None)
    for name in ("stream_response", "listen_for_disconnect")
}


async def _answer(response: StreamingResponse, scope: Scope, receive: Receive, send: Send) -> None:
    """Send a stream, then run its background work."""
    status, headers = response.status_code, response.raw_headers
    try:
        if response.transmit is not None:
            await response.transmit(response.carried, status, headers, scope, receive, send)
        else:
            await transmit(
                response.body_iterator,
                status,
                headers,
                scope,
                receive,
                send,
                octets=response.encoded,
                sent_as_is=None if response.ping else bytes,
                ping=response.ping,
                # From 2.4 on Starlette leaves `receive` to the application, which may still read the request.
                watched=spec_version(scope) < (2, 4),
                at_once=response._at_once,
            )
    except Disconnected:
        raise ClientDisconnect from None
    if response.background is not None:
        await response.background()
