"""The concrete responses whose content comes in pieces: streams and files. Both need Starlette."""

# ruff: noqa: PLR0917 - the signatures are Starlette's
from __future__ import annotations

import os
from collections.abc import AsyncIterable, Iterable
from typing import TYPE_CHECKING, Any

from antiphon.errors import ParamError
from antiphon.responses import starlette_classes
from antiphon.responses.classes import Response
from antiphon.responses.exchange import answer_head, is_head, keep_policy
from antiphon.responses.file_name import check_disposition, file_name
from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.length import (
    check_file_length,
    check_length,
    check_pieces,
    declared_length,
    transfer_refused,
    within_length,
)
from antiphon.responses.starlette_classes import BackgroundTask, ContentStream, Receive, Scope, Send
from antiphon.responses.status import ContentfulStatus
from antiphon.runtime.content.not_content import is_response, response_given

__all__ = ["FileResponse", "StreamingResponse"]


class StreamingResponse(Response[int, Any], starlette_classes.StreamingResponse):
    """Content that comes piece by piece from an iterable, asynchronous or not. Needs Starlette.

    Raises ParamError, beside what Response refuses, for str and octets, which would be sent one character at a time,
    and for a status without content, whenever it is set. An answer to HEAD has the header alone: nothing is iterated.
    """

    if TYPE_CHECKING:
        status_code: int
    else:
        status_code = ContentfulStatus()

    def __init__(
        self,
        content: ContentStream,
        status_code: int = 200,
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
        starlette_classes.StreamingResponse.__init__(
            self,
            content,
            status_code,
            headers,  # type: ignore[arg-type]  # it goes to init_headers, which takes pairs too
            media_type,
            background,
        )
        check_pieces(content, declared_length(self.raw_headers), self.charset)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the pieces as they come, then run the background work.

        Raises ClientDisconnect under ASGI 2.4, and ParamError where the pieces are more or less than a Content-Length
        that was given, before what is too much is sent.
        """
        if is_head(scope) and type(self).stream_response is starlette_classes.StreamingResponse.stream_response:
            await keep_policy(self, answer_head, scope, receive, send)
            return
        length = declared_length(self.raw_headers)
        if length is not None and scope["type"] == "http":
            send = within_length(send, length)
        await keep_policy(self, starlette_classes.StreamingResponse.__call__, scope, receive, send)


class FileResponse(Response[int, Any], starlette_classes.FileResponse):
    """A file, with its length, date and entity tag, whole or in ranges. Needs Starlette.

    `filename` may be any text, a user's own included. It is sent as `ContentDisposition` sends it: what browsers would
    replace is `_`, so that the file is saved under the name that was sent.

    Raises ParamError, beside what Response refuses, for a status without content, whenever it is set, and for a
    Content-Length that is not the file's.
    """

    if TYPE_CHECKING:
        status_code: int
    else:
        status_code = ContentfulStatus()

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
    ) -> None:
        check_disposition(content_disposition_type)
        sent = None if filename is None else file_name(filename)
        starlette_classes.FileResponse.__init__(
            self,
            path,
            status_code,
            headers,  # type: ignore[arg-type]  # it goes to init_headers, which takes pairs too
            media_type,
            background,
            sent or None,
            stat_result,
            content_disposition_type,
        )
        if sent == "":
            self.headers.setdefault("content-disposition", content_disposition_type)
        self.filename = filename
        if any(name == b"transfer-encoding" for name, _ in self.raw_headers):
            raise transfer_refused()
        if stat_result is None and (length := declared_length(self.raw_headers)) is not None:
            check_file_length(path, length)

    def set_stat_headers(self, stat_result: os.stat_result) -> None:
        """Add length, date and entity tag, unless they are given. Raises ParamError for the length of another file."""
        starlette_classes.FileResponse.set_stat_headers(self, stat_result)
        check_length(self.raw_headers, stat_result.st_size, self.status_code)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the file, or the ranges that are asked for, then run the background work."""
        if self.stat_result is not None:  # else set_stat_headers is called
            check_length(self.raw_headers, self.stat_result.st_size, self.status_code)
        await keep_policy(self, starlette_classes.FileResponse.__call__, scope, receive, send)
