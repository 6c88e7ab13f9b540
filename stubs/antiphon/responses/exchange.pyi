# Written by `nox -s generate` from src; do not edit.
"""Background work after the client has disconnected: one policy, whatever the server's version of ASGI is.

Starlette itself runs the work under ASGI 2.3, where the server reports the disconnect through `receive`, and skips it
under ASGI 2.4, where `send` raises OSError.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Literal, Protocol, TypeAlias

from antiphon.responses.starlette_classes import Receive, Scope, Send

BackgroundPolicy: TypeAlias = Literal["always"] | Literal["on_success"]

class _Response(Protocol):
    background: Any

    @property
    def background_policy(self) -> BackgroundPolicy: ...

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
