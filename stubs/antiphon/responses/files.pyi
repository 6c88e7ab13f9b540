# Written by `nox -s generate` from src; do not edit.
"""The concrete response that sends a file."""

import os

from antiphon.responses import starlette_classes
from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.response import Response, S_co
from antiphon.responses.starlette_classes import BackgroundTask, Receive, Scope, Send
from antiphon.runtime.files.source import FileContent
from antiphon.runtime.transmit.asgi import Transmit

__all__ = ["FileResponse"]

class FileResponse(Response[S_co, FileContent], starlette_classes.FileResponse):
    """A file, with its length, date and entity tag, whole or in ranges. The constructor needs Starlette.

    A request with a condition that fails is answered by 304 or 412, one for ranges by 206 or 416. An answer to HEAD
    opens nothing. Exactly the octets that are announced are sent; a file that becomes shorter meanwhile is an error.

    `filename` may be any text, a user's own included. It is sent as `ContentDisposition` sends it: what browsers would
    replace is `_`, so that the file is saved under the name that was sent.

    Raises ParamError, beside what Response refuses, for a status without content, whenever it is set, and for a
    Content-Length that is not the file's.
    """

    status_code: S_co
    transmit: Transmit | None = None
    """How a declared response sends what it carries; None for one that was made by the constructor."""
    carried: FileContent
    """The content of a declared response."""
    filename: str | None

    def __init__(
        self,
        path: str | os.PathLike[str],
        status_code: S_co = 200,  # type: ignore[assignment]  # as in Response
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
        """Send the file, or what the request asks for, then run the background work.

        Raises RuntimeError where there is no file at the path, before anything is sent, or where the file became
        shorter while it was sent; a declared response raises the OSError of the system in place of the former.
        """
