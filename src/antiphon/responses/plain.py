"""Substitutes for Starlette's classes where Starlette is not installed.

`antiphon.responses` derives from these and adds the rest; files need the real ones.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Awaitable, Callable, Iterable
from typing import TypeAlias

from antiphon.diagnostics.missing_extra import missing_extra
from antiphon.diagnostics.pages import DOCS
from antiphon.runtime.transmit.asgi import Message, Send

BackgroundTask: TypeAlias = Callable[[], Awaitable[None]]
URL: TypeAlias = str
ContentStream: TypeAlias = AsyncIterable[str | bytes | memoryview] | Iterable[str | bytes | memoryview]


class ClientDisconnect(Exception):  # noqa: N818 - Starlette's name
    """The client left before everything was sent."""


class MalformedRangeHeader(Exception):  # noqa: N818 - Starlette's name
    """A Range that cannot be read."""

    content = ""


class RangeNotSatisfiable(Exception):  # noqa: N818 - Starlette's name
    """A Range outside of the file."""

    max_size = 0


class Response:
    """The root of the response classes."""

    def _wrap_websocket_denial_send(self, send: Send) -> Send:
        """A `send` that refuses a websocket with this response (ASGI's "Websocket Denial Response" extension)."""

        async def denial(message: Message) -> None:
            await send({**message, "type": f"websocket.{message['type']}"})

        return denial


class HTMLResponse(Response):
    """A response of HTML."""


class PlainTextResponse(Response):
    """A response of text."""


class JSONResponse(Response):
    """A response of JSON."""


class RedirectResponse(Response):
    """A response that leads elsewhere."""


class StreamingResponse(Response):
    """A response that comes in pieces."""


class FileResponse(Response):
    """Raises ModuleNotFoundError, which names the extra to install."""

    def __init__(self, *_arguments: object, **_keywords: object) -> None:
        name = type(self).__name__
        page = f"{DOCS}reference/drop-in-classes.html"
        raise missing_extra(name, "Starlette", "starlette", module="starlette", page=page)
