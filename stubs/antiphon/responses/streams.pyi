# Written by `nox -s generate` from src; do not edit.
"""The concrete responses whose content comes in pieces: streams, and files, which need Starlette."""

import os
from collections.abc import AsyncIterable
from typing import Any

from antiphon.responses import starlette_classes
from antiphon.responses.classes import B_co, Response, S_co
from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.starlette_classes import BackgroundTask, ContentStream, Receive, Scope, Send
from antiphon.runtime.transmit.asgi import Transmit
from antiphon.runtime.transmit.transmit import transmit

__all__ = ["FileResponse", "StreamingResponse"]

class StreamingResponse(Response[S_co, B_co], starlette_classes.StreamingResponse):
    """Content that comes piece by piece from an iterable, asynchronous or not.

    Nothing is sent before the first piece is there. When the client leaves, or the task is cancelled, the iterator has
    been closed when the call returns. An answer to HEAD has the header alone: nothing is iterated.

    Raises ParamError, beside what Response refuses, for str and octets, which would be sent one character at a time,
    and for a status without content, whenever it is set.
    """

    status_code: int
    body_iterator: AsyncIterable[Any]
    """The pieces that are sent, of a response that was made by the constructor."""
    transmit: Transmit | None = None
    """How a declared response sends what it carries; None for one that was made by the constructor."""
    carried: Any
    """The content of a declared response."""
    background: BackgroundTask | None
    media_type: str | None

    def __init__(
        self,
        content: ContentStream,
        status_code: int = 200,
        headers: HeaderLines | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None: ...
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the pieces as they come, then run the background work.

        Raises ClientDisconnect when `send` raises OSError, and ParamError where the pieces are more or less than a
        Content-Length that was given, before what is too much is sent.
        """

    def encoded(self, piece: Any) -> bytes:
        """The octets of a piece that is not bytes. Raises ParamError for what is neither text nor octets."""

class FileResponse(Response[int, Any], starlette_classes.FileResponse):
    """A file, with its length, date and entity tag, whole or in ranges. Needs Starlette.

    `filename` may be any text, a user's own included. It is sent as `ContentDisposition` sends it: what browsers would
    replace is `_`, so that the file is saved under the name that was sent.

    Raises ParamError, beside what Response refuses, for a status without content, whenever it is set, and for a
    Content-Length that is not the file's.
    """

    status_code: int
    filename: str | None

    def __init__(
        self,
        path: str | os.PathLike[str],
        status_code: int = 200,
        headers: HeaderLines | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        filename: str | None = None,
        stat_result: os.stat_result | None = None,
        content_disposition_type: str = "attachment",
    ) -> None: ...
    def set_stat_headers(self, stat_result: os.stat_result) -> None:
        """Add length, date and entity tag, unless they are given. Raises ParamError for the length of another file."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the file, or the ranges that are asked for, then run the background work."""
