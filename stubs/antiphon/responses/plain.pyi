# Written by `nox -s generate` from src; do not edit.
"""What stands in for Starlette's classes where Starlette is not installed.

`antiphon.responses` derives from these and says the rest; streams and files need the real ones.
"""

from collections.abc import AsyncIterable, Awaitable, Callable, Iterable, MutableMapping
from typing import Any, TypeAlias

Message: TypeAlias = MutableMapping[str, Any]
Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
BackgroundTask: TypeAlias = Callable[[], Awaitable[None]]
URL: TypeAlias = str
ContentStream: TypeAlias = AsyncIterable[str | bytes | memoryview] | Iterable[str | bytes | memoryview]

class ClientDisconnect(Exception):
    """The client left before everything was sent."""

class Response:
    """The root of the response classes."""

class HTMLResponse(Response):
    """A response of HTML."""

class PlainTextResponse(Response):
    """A response of text."""

class JSONResponse(Response):
    """A response of JSON."""

class RedirectResponse(Response):
    """A response that leads elsewhere."""

class _NeedsStarlette(Response):
    def __init__(self, *_arguments: object, **_keywords: object) -> None: ...

class StreamingResponse(_NeedsStarlette):
    """Raises ModuleNotFoundError, which names the extra to install."""

class FileResponse(_NeedsStarlette):
    """Raises ModuleNotFoundError, which names the extra to install."""
