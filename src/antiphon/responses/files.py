"""The concrete response that sends a file."""

# ruff: noqa: PLR0917 - the signatures are Starlette's
from __future__ import annotations

import os
import re
import secrets
import stat
from typing import TYPE_CHECKING, Any

from antiphon.errors import ParamError
from antiphon.responses import starlette_classes
from antiphon.responses.classes import PlainTextResponse
from antiphon.responses.exchange import keep_policy
from antiphon.responses.file_name import check_disposition, file_name
from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.length import check_file_length, check_length, transfer_refused
from antiphon.responses.response import Response, S_co
from antiphon.responses.starlette_classes import BackgroundTask, Receive, Scope, Send
from antiphon.responses.status import ContentfulStatus
from antiphon.runtime.files.answer import Answer, conditions, one_part, parts, whole, without_content
from antiphon.runtime.files.source import FileContent, Source
from antiphon.runtime.files.threads import in_thread
from antiphon.runtime.files.transmit import send_answer
from antiphon.runtime.transmit.asgi import Transmit
from antiphon.runtime.transmit.connection import Disconnected
from antiphon.runtime.transmit.length import declared_length
from antiphon.runtime.transmit.transmit import is_head

__all__ = ["FileResponse"]

#: A Range in a unit that nobody here understands, which must be ignored (RFC 9110 section 14.2).
_OTHER_UNIT = re.compile(r"\s*(?!bytes\s*=)[!#$%&'*+.^_`|~0-9A-Za-z-]+\s*=", re.IGNORECASE)


class FileResponse(Response[S_co, FileContent], starlette_classes.FileResponse):
    """A file, with its length, date and entity tag, whole or in ranges. The constructor needs Starlette.

    A request with a condition that fails is answered by 304 or 412, one for ranges by 206 or 416. An answer to HEAD
    opens nothing. Exactly the octets that are announced are sent; a file that becomes shorter meanwhile is an error.

    `filename` may be any text, a user's own included. It is sent as `ContentDisposition` sends it: what browsers would
    replace is `_`, so that the file is saved under the name that was sent.

    Raises ParamError, beside what Response refuses, for a status without content, whenever it is set, and for a
    Content-Length that is not the file's.
    """

    if TYPE_CHECKING:
        status_code: S_co
    else:
        status_code = ContentfulStatus()

    transmit: Transmit | None = None
    """How a declared response sends what it carries; None for one that was made by the constructor."""
    carried: FileContent
    """The content of a declared response."""

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
    ) -> None:
        _check_types(path, stat_result)
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
        """Send the file, or what the request asks for, then run the background work.

        Raises RuntimeError where there is no file at the path, before anything is sent, or where the file became
        shorter while it was sent; a declared response raises the OSError of the system in place of the former.
        """
        if scope["type"] == "websocket":
            send = self._wrap_websocket_denial_send(send)
        own = all(getattr(type(self), name, None) is method for name, method in _STARLETTES.items())
        await keep_policy(self, _answer if own else starlette_classes.FileResponse.__call__, scope, receive, send)


def _check_types(path: object, stat_result: object) -> None:
    """Raises ParamError for what no path is, and for facts that are not those of a file."""
    cite = "the signature of FileResponse"
    if not isinstance(path, str | os.PathLike):
        what, advice = f"is {type(path).__qualname__} where a path is needed", "give a str, or a pathlib.Path"
        raise ParamError("path", what, help=advice, cite=cite)
    if stat_result is not None and not isinstance(stat_result, os.stat_result):
        what, advice = f"is {type(stat_result).__qualname__}", "give what os.stat() returned, or leave it out"
        raise ParamError("stat_result", what, help=advice, cite=cite)


#: The methods that Starlette's class sends with. Where a subclass has its own, the response is sent by them.
_STARLETTES = {
    name: getattr(starlette_classes.FileResponse, name, None)
    for name in ("_handle_simple", "_handle_single_range", "_handle_multiple_ranges", "_open_file", "_should_use_range")
}


async def _answer(response: FileResponse[Any], scope: Scope, receive: Receive, send: Send) -> None:
    """Send a file, then run its background work."""
    try:
        if response.transmit is not None:
            headers = response.raw_headers
            await response.transmit(response.carried, response.status_code, headers, scope, receive, send)
        elif not await _send(response, scope, receive, send):
            return
    except Disconnected as error:
        raise error.__cause__ or error from None
    if response.background is not None:
        await response.background()


async def _send(response: FileResponse[Any], scope: Scope, receive: Receive, send: Send) -> bool:
    """Send the file of a response that the constructor made. False where the request was refused."""
    given = response.stat_result
    described = await in_thread(_described, response.path) if given is None else given
    found = _found(response, described, scope)
    if isinstance(found, PlainTextResponse):
        await found(scope, receive, send)
        return False
    by_server = scope["type"] == "http" and "http.response.pathsend" in (scope.get("extensions") or ())
    if is_head(scope) or not found.pieces or (by_server and found.is_whole):
        await send_answer(None, found, scope, receive, send, path=str(response.path))
        return True
    import anyio  # Starlette needs it, too

    opened = await anyio.open_file(response.path, mode="rb")
    source = Source(opened.wrapped)
    try:
        size, changed = source.open()
        if given is None and (size, changed) != (described.st_size, described.st_mtime_ns):
            again = _found(response, os.fstat(opened.wrapped.fileno()), scope)  # replaced since: what is open is sent
            found = again if isinstance(again, Answer) else found
        if size < max((piece[1] for piece in found.pieces if not isinstance(piece, bytes)), default=0):
            raise RuntimeError(f"File at path {response.path} is shorter than expected.")
        first, chunk = _at_hand(source, found, response.chunk_size), response.chunk_size
        await send_answer(source, found, scope, receive, send, first=first, chunk=chunk)
    finally:
        source.close()
    return True


def _at_hand(source: Source, found: Answer, count: int) -> bytes:
    """The first octets of an answer, where they are in memory already."""
    span = found.pieces[0] if found.pieces else b""
    return b"" if isinstance(span, bytes) else source.read_now(span[0], min(count, span[1] - span[0])) or b""


def _described(path: str | os.PathLike[str]) -> os.stat_result:
    try:
        found = os.stat(path)  # noqa: PTH116 - a path may be text
    except FileNotFoundError:
        raise RuntimeError(f"File at path {path} does not exist.") from None
    if not stat.S_ISREG(found.st_mode):
        raise RuntimeError(f"File at path {path} is not a file.")
    return found


def _found(response: FileResponse[Any], described: os.stat_result, scope: Scope) -> Answer | PlainTextResponse:
    """The answer for a file that is as described. The response keeps its own lines, for the next exchange."""
    size = described.st_size
    if response.stat_result is None:
        kept = response.raw_headers[:]
        response.set_stat_headers(described)
        headers, response.raw_headers = response.raw_headers, kept
    else:
        check_length(response.raw_headers, size, response.status_code)
        headers = response.raw_headers
    lines = [line for line in headers if line[0] != b"content-length"]
    method = str(scope.get("method")).upper() if scope["type"] == "http" else ""
    # Starlette answers HEAD as GET, ranges and all.
    outcome = conditions(response.status_code, lines, scope, "GET" if method == "HEAD" else method)
    if outcome.status is not None:
        return without_content(outcome.status, lines)
    if outcome.ranges is None or _OTHER_UNIT.match(outcome.ranges):
        return whole(response.status_code, lines, size)
    try:
        ranges = response._parse_range_header(outcome.ranges, size)
    except starlette_classes.MalformedRangeHeader as error:
        return PlainTextResponse(error.content, status_code=400)
    except starlette_classes.RangeNotSatisfiable as error:
        return PlainTextResponse(status_code=416, headers={"Content-Range": f"bytes */{error.max_size}"})
    if len(ranges) < 2:
        return one_part(lines, ranges[0], size) if ranges else whole(response.status_code, lines, size)
    boundary = secrets.token_hex(13)
    content_type = next((value.decode("latin-1") for name, value in lines if name == b"content-type"), "")
    _, head = response.generate_multipart(ranges, boundary, size, content_type)
    pieces = [piece for span in ranges for piece in (head(*span), span, b"\r\n")]
    return parts(lines, boundary, [*pieces, f"--{boundary}--".encode()])
