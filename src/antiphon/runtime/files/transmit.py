"""Send a file. HOT.

Everything that may wait for a disk runs in a worker thread, in one call for a file that is small; octets that are in
memory already are read without one, where the system can say so (Linux). Nothing is sent before the file is open and
described, so an error until then is raised as if nothing had begun. Exactly the octets that were announced are sent: a
file that grows is cut there; for one that became shorter an error is raised and logged, upon which servers close the
connection.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, TypeAlias, Union

from antiphon.http.media_type_of_name import media_type_of
from antiphon.runtime.files.answer import Answer, answer, described, without_content
from antiphon.runtime.files.source import FileContent, Source, is_not_there
from antiphon.runtime.files.threads import in_thread
from antiphon.runtime.plan import RawHeader
from antiphon.runtime.transmit.asgi import Message, Receive, Scope, Send, spec_version
from antiphon.runtime.transmit.closing import log
from antiphon.runtime.transmit.connection import Disconnected, until_disconnect, while_connected
from antiphon.runtime.transmit.sending import turn
from antiphon.runtime.transmit.transmit import is_head

#: The octets of one message, and of one read. Measured: see docs/benchmarks.md.
CHUNK: int = 256 * 1024

#: So many messages are sent before other tasks have their turn. asyncio logs a warning for the fifth that goes to a
#: connection which is gone, and only between turns it hears that it is.
MESSAGES: int = 4

#: A file that is not there is an error of the service, or an empty 404.
Missing: TypeAlias = Literal["error"] | Literal["not_found"]
#: The statuses with which a file that is declared as a 200 may be sent; 404 where the declaration says so.
FileStatus: TypeAlias = Union[Literal[200], Literal[206], Literal[304], Literal[404], Literal[412], Literal[416]]


class Policy(NamedTuple):
    """The part of a declaration that says how a file is sent."""

    root: str | None = None
    missing: Missing = "error"
    ranges: bool = True
    names_type: bool = True
    """Whether the media type is that of the file's name, where no field line says it."""


class _Prepared(NamedTuple):
    """An answer, the first octets of a file that is sent, and where the file is, if the server may open it itself."""

    answer: Answer
    first: bytes
    path: str | None


async def transmit_file(  # noqa: PLR0917 - `Transmit`
    content: FileContent,
    status: int,
    headers: list[RawHeader],
    scope: Scope,
    receive: Receive,
    send: Send,
    *,
    policy: Policy,
) -> None:
    """Send a file, or the part of it that the request asks for, and close it.

    Raises OSError where the file cannot be opened, before anything is sent; RuntimeError where it became shorter
    meanwhile; and Disconnected, which is an OSError, when `send` raises one.
    """
    source = Source(content, policy.root)
    try:
        if source.is_in_memory:
            prepared = _prepared(source, status, headers, scope, policy)
        else:
            prepared = await in_thread(_prepared, source, status, headers, scope, policy)
        await send_answer(source, prepared.answer, scope, receive, send, first=prepared.first, path=prepared.path)
    finally:
        source.close()


def _prepared(source: Source, status: int, headers: list[RawHeader], scope: Scope, policy: Policy) -> _Prepared:
    """Find and describe the file, judge the request, and read what fits one message. HEAD opens nothing."""
    head = is_head(scope)
    try:
        facts = source.describe() if head else source.open()
    except OSError as error:
        if policy.missing == "error" or not is_not_there(error):
            raise
        return _Prepared(without_content(404, headers), b"", None)
    method = str(scope.get("method")).upper() if scope["type"] == "http" else ""
    media_type = media_type_of(source.name) if policy.names_type else None
    lines = described(headers, facts, media_type, ranges=policy.ranges and status == 200)
    found = answer(status, lines, facts.size, scope, method, ranges=policy.ranges)
    span = found.pieces[0] if found.pieces and not head else b""
    if isinstance(span, bytes) or (found.length > CHUNK and _is_opened_by_server(scope, found, source.path)):
        return _Prepared(found, b"", source.path)
    return _Prepared(found, source.read(span[0], min(CHUNK, span[1] - span[0])), source.path)


def _is_opened_by_server(scope: Scope, found: Answer, path: str | None) -> bool:
    return path is not None and found.is_whole and "http.response.pathsend" in (scope.get("extensions") or ())


async def send_answer(
    source: Source | None,
    found: Answer,
    scope: Scope,
    receive: Receive,
    send: Send,
    *,
    first: bytes = b"",
    path: str | None = None,
    chunk: int = CHUNK,
) -> None:
    """Send an answer from a file that is open; `first` are the octets with which its first piece begins.

    With `path` the server is asked to open the file, where it offers that and the whole file is sent.
    """
    head = is_head(scope)
    sending = _Sending(found, send)
    if head or len(first) == found.length:
        await sending.deliver(sending.start)
        await sending.deliver({"type": "http.response.body", "body": b"" if head else first, "more_body": False})
    elif _is_opened_by_server(scope, found, path):
        await sending.deliver(sending.start)
        await sending.deliver({"type": "http.response.pathsend", "path": path})
    elif source is not None:

        async def work(finish: Callable[[], object]) -> None:
            sending.finish = finish
            await sending.pieces(source, first, chunk, "http.response.zerocopysend" in (scope.get("extensions") or ()))

        if scope["type"] == "http" and spec_version(scope) < (2, 4):
            await while_connected(work, [functools.partial(until_disconnect, receive)])
        else:
            await work(lambda: None)


class _Sending:
    """One answer while it is sent."""

    __slots__ = ("_found", "_messages", "_send", "_sent", "finish", "start")

    def __init__(self, found: Answer, send: Send) -> None:
        self._found = found
        self._send = send
        self._sent = 0
        self._messages = 0
        self.start: Message = {"type": "http.response.start", "status": found.status, "headers": found.headers}
        self.finish: Callable[[], object] = int
        """Called before the last message."""

    async def deliver(self, message: Message) -> None:
        try:
            await self._send(message)
        except OSError as error:
            raise Disconnected(*error.args) from error

    async def pieces(self, source: Source, first: bytes, chunk: int, by_server: bool) -> None:  # noqa: FBT001
        """Send everything. An error after the header is logged here and raised again."""
        await self.deliver(self.start)
        copies = by_server and source.descriptor is not None
        try:
            await (self._copied(source) if copies else self._read(source, first, chunk))
        except Disconnected:
            raise
        except Exception as error:
            status, sent = self._found.status, self._sent
            log.error("a response with status %d broke off after %d octets: %s", status, sent, error)
            raise

    async def _read(self, source: Source, first: bytes, chunk: int) -> None:
        """Send what is read. Raises RuntimeError where the file ends before."""
        last = len(self._found.pieces) - 1
        for at, piece in enumerate(self._found.pieces):
            if isinstance(piece, bytes):
                await self._emit({"type": "http.response.body", "body": piece, "more_body": at < last})
                continue
            position, stop = piece
            while position < stop:
                count = min(chunk, stop - position)
                octets = first or source.read_now(position, count) or await in_thread(source.read, position, count)
                if not octets:
                    raise RuntimeError(
                        f"the file {source.name!r} became shorter while it was sent: its octets from {position} to "
                        f"{stop} were announced, and are not there"
                    )
                first = b""
                position += len(octets)
                more = position < stop or at < last
                await self._emit({"type": "http.response.body", "body": octets, "more_body": more})

    async def _copied(self, source: Source) -> None:
        """Have the server copy spans of the open file by itself (ASGI's zero copy send)."""
        last = len(self._found.pieces) - 1
        descriptor: Any = source.descriptor
        with io.FileIO(descriptor, "rb", closefd=False) as file:
            for at, piece in enumerate(self._found.pieces):
                message: Message = {"type": "http.response.body", "body": piece, "more_body": at < last}
                if not isinstance(piece, bytes):
                    start, stop = piece
                    message = {"type": "http.response.zerocopysend", "file": file, "offset": start}
                    message |= {"count": stop - start, "more_body": at < last}
                await self._emit(message)

    async def _emit(self, message: Message) -> None:
        if not message["more_body"]:
            self.finish()
        await self.deliver(message)
        self._sent += len(message.get("body", b""))
        self._messages += 1
        if self._messages % MESSAGES == 0:
            await turn()
