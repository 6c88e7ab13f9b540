"""Background work after the client has disconnected: one policy, whatever the server's version of ASGI is.

Starlette itself runs the work under ASGI 2.3, where the server reports the disconnect through `receive`, and skips it
under ASGI 2.4, where `send` raises OSError.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Literal, Protocol, TypeAlias

from antiphon.responses.starlette_classes import ClientDisconnect, Message, Receive, Scope, Send

#: When background work runs: even where the client left before everything was sent, or only where nothing shows that.
BackgroundPolicy: TypeAlias = Literal["always"] | Literal["on_success"]


class _Response(Protocol):
    background: Any

    @property
    def background_policy(self) -> BackgroundPolicy: ...


class _ClientLeft(Exception):  # noqa: N818 - no error: it stops the sending
    """The server said through `receive` that the client is gone."""


class _Exchange:
    """The two channels of one exchange, watched."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self.complete = False
        self.lost: OSError | None = None

    async def send(self, message: Message) -> None:
        # Set before it is sent: while it is, servers already say that the exchange is over.
        self.complete = message["type"].endswith((".body", ".pathsend")) and not message.get("more_body")
        try:
            await self._send(message)
        except OSError as error:
            self.lost = error
            raise

    async def receive(self) -> Message:
        message = await self._receive()
        # After the last piece servers say the same, and mean the end of the exchange.
        if message["type"] == "http.disconnect" and not self.complete:
            raise _ClientLeft
        return message


async def keep_policy(
    response: _Response,
    starlette_call: Callable[[Any, Scope, Receive, Send], Awaitable[None]],
    scope: Scope,
    receive: Receive,
    send: Send,
) -> None:
    """Answer by Starlette's own method, with the response's policy for background work in the place of Starlette's.

    What `send` raises is raised again, after the work.
    """
    if response.background is None:
        await starlette_call(response, scope, receive, send)
        return
    always = response.background_policy == "always"
    exchange = _Exchange(receive, send)
    try:
        await starlette_call(response, scope, receive if always else exchange.receive, exchange.send)
    except _ClientLeft:
        return
    except (OSError, ClientDisconnect) as error:
        if always and (error is exchange.lost or (exchange.lost and isinstance(error, ClientDisconnect))):
            await response.background()
        raise
