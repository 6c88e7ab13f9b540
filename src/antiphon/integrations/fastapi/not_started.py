"""An application that does not start."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from antiphon.errors import SpecError


def refusing(error: SpecError) -> ASGIApp:
    """An application in the place of one whose declarations are wrong: it raises the error for whatever it is sent.

    A server that only sees an exception at start-up takes it that the application has no lifespan, and serves it. So it
    is told that the start-up has failed (ASGI, lifespan protocol), upon which it ends.
    """
    where = error.__traceback__

    async def refused(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await receive()
            await send({"type": "lifespan.startup.failed", "message": str(error)})
        raise error.with_traceback(where)

    return refused
