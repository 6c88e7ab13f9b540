"""A service that streams: what a client asks for under `/log` says which generators have ended, and how."""

from __future__ import annotations

import asyncio
import resource
import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from antiphon import JSONLinesReply, StreamReply, TextStreamReply, respond


class Row(msgspec.Struct):
    """An item."""

    id: int


class Failure(msgspec.Struct):
    """The last item after an error."""

    error: str


def failed(error: Exception) -> Failure:
    """The kind of error."""
    return Failure(type(error).__name__)


class Octets(StreamReply, media_type="application/zip"):
    """Octets in pieces."""


class Text(TextStreamReply, media_type="text/csv"):
    """Text in pieces."""


class Rows(JSONLinesReply[Row], flush_after=0.02):
    """Rows."""


class Four(StreamReply, length=4):
    """Four octets."""


#: Rows, and the error that ended them.
told = respond(200).json_lines(Row, on_error=failed, framing="ndjson").compile()
in_place = respond(200).stream("text/plain", str).compile()
#: The names of generators that have ended, and of background work that has run.
LOG: list[str] = []


async def octets(name: str, count: int, pause: float = 0.0) -> AsyncIterator[bytes]:
    """Pieces of one octet."""
    try:
        for number in range(count):
            yield b"%d" % (number % 10)
            await asyncio.sleep(pause)
    finally:
        await asyncio.sleep(0.01)
        LOG.append(name)


def blocking(name: str, count: int, pause: float = 0.0) -> Iterator[str]:
    """Pieces of one letter."""
    try:
        for number in range(count):
            yield str(number % 10)
            time.sleep(pause)
    finally:
        LOG.append(name)


async def rows(count: int, pause: float = 0.0) -> AsyncIterator[Row]:
    """Rows; the last is followed by an error where the count is odd."""
    try:
        for number in range(count):
            yield Row(number)
            await asyncio.sleep(pause)
        if count % 2:
            raise LookupError("no more")
    finally:
        LOG.append("rows")


async def broken(pieces: int) -> AsyncIterator[bytes]:
    """So many pieces, then an error."""
    for _ in range(pieces):
        yield b"piece"
    raise LookupError("broken")


def busy(mebibytes: int) -> Iterator[bytes]:
    """Pieces as fast as they can be made."""
    try:
        for _ in range(mebibytes * 16):
            yield bytes(65_536)
    finally:
        LOG.append("busy")


async def never_awaiting(mebibytes: int) -> AsyncIterator[bytes]:
    """The same, in the event loop."""
    for piece in busy(mebibytes):
        yield piece


#: By the first part of the path, and the second: a response.
ANSWERS: dict[str, Callable[[str], Response]] = {
    "octets": lambda _: Octets(octets("octets", 3)),
    "text": lambda _: Text(blocking("text", 3)),
    "rows": lambda count: Rows(rows(int(count))),
    "told": lambda count: told(rows(int(count))),
    "four": lambda count: Four(octets("four", int(count))),
    "endless-octets": lambda _: Octets(octets("endless octets", 10**9, 0.01)),
    "endless-text": lambda _: Text(blocking("endless text", 10**9, 0.01)),
    "endless-rows": lambda _: Rows(rows(10**9, 0.01)),
    "idle": lambda _: Octets(octets("idle", 2, 3600)),
    "broken": lambda pieces: Octets(broken(int(pieces))),
    "busy": lambda mebibytes: Octets(never_awaiting(int(mebibytes))),
    "busy-thread": lambda mebibytes: Octets(busy(int(mebibytes))),
}


def answer(request: Request) -> Response:
    """The response of a path; after those without an end, background work."""
    kind, _, given = request.path_params["path"].partition("/")
    response = ANSWERS[kind](given)
    if kind in {"endless-octets", "endless-text", "endless-rows", "idle"}:
        response.background = BackgroundTask(LOG.append, "work")
    return response


def log(_request: Request) -> Response:
    """Everything that has ended, and the largest memory that this process has had, in KiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Response(msgspec.json.encode({"log": LOG, "peak": peak}))


def clear(_request: Request) -> Response:
    """Forget what has ended."""
    LOG.clear()
    return Response()


service = Starlette(routes=[Route("/clear", clear), Route("/log", log), Route("/{path:path}", answer)])


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """`/in-place` is sent without an object, anything else is the service's."""
    content: Any = blocking("in place", 10**9 if scope.get("path") == "/in-place/endless" else 3, 0.001)
    if scope.get("path", "").startswith("/in-place"):
        await in_place.send(scope, receive, send, content)
    else:
        await service(scope, receive, send)
