"""Starlette's classes where Starlette is installed, antiphon's own where it is not.

The one file of the core that imports a framework: FastAPI turns anything but a real subclass into `200 {}` in silence.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING or find_spec("starlette"):
    from starlette.background import BackgroundTask
    from starlette.datastructures import URL, MutableHeaders
    from starlette.requests import ClientDisconnect
    from starlette.responses import (
        ContentStream,
        FileResponse,
        HTMLResponse,
        JSONResponse,
        MalformedRangeHeader,
        PlainTextResponse,
        RangeNotSatisfiable,
        RedirectResponse,
        Response,
        StreamingResponse,
    )
    from starlette.types import Message, Receive, Scope, Send
else:
    from antiphon.responses.plain import (
        URL,
        BackgroundTask,
        ClientDisconnect,
        ContentStream,
        FileResponse,
        HTMLResponse,
        JSONResponse,
        MalformedRangeHeader,
        PlainTextResponse,
        RangeNotSatisfiable,
        RedirectResponse,
        Response,
        StreamingResponse,
    )
    from antiphon.responses.plain_headers import MutableHeaders
    from antiphon.runtime.transmit.asgi import Message, Receive, Scope, Send

__all__ = [
    "URL",
    "BackgroundTask",
    "ClientDisconnect",
    "ContentStream",
    "FileResponse",
    "HTMLResponse",
    "JSONResponse",
    "MalformedRangeHeader",
    "Message",
    "MutableHeaders",
    "PlainTextResponse",
    "RangeNotSatisfiable",
    "Receive",
    "RedirectResponse",
    "Response",
    "Scope",
    "Send",
    "StreamingResponse",
]
