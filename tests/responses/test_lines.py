"""`lines`, `async_lines` and `response.wsgi`: what they give is what ASGI sends."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import pytest
from starlette.background import BackgroundTask

import antiphon
from antiphon import FileReply, HTMLReply, Problem, Reply, StreamReply, TextStreamReply, async_lines
from antiphon.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from antiphon.responses.lines import Lines, Pieces

HERE = Path(__file__)


class Page(HTMLReply, etag='"1"', vary="Accept"):
    """A page."""


class Missing(Reply[Problem], status=404):
    """Nothing here."""


class Export(StreamReply):
    """Octets in pieces."""


class Rows(TextStreamReply):
    """Text in pieces."""


class Download(FileReply):
    """A file."""


async def letters() -> AsyncIterator[bytes]:
    """Three pieces, each after a pause."""
    for letter in b"abc":
        await asyncio.sleep(0)
        yield bytes([letter])


Make = Callable[[], Response[Any, Any]]
MAKE: dict[str, Make] = {
    "page": lambda: Page("<p>é</p>"),
    "problem": lambda: Missing(Problem(title="Gone")),
    "no content": lambda: Response(status_code=204),
    "view of memory": lambda: Response(memoryview(b"abc"), media_type="image/png"),
    "cookies": lambda: _with_cookies(JSONResponse([1])),
    "export": lambda: Export([b"a", b"", b"b"]),
    "asynchronous": lambda: Export(letters()),
    "rows": lambda: Rows(line for line in ("é\n", "b\n")),
    "nothing": lambda: Export([]),
    "drop-in stream": lambda: StreamingResponse(iter(["a", "b"]), media_type="text/plain"),
    "file": lambda: Download(HERE),
}
REQUESTS: dict[str, dict[str, Any]] = {
    "GET": {},
    "HEAD": {"method": "HEAD"},
    "range": {"headers": [(b"range", b"bytes=1-3")]},
    "condition": {"headers": [(b"if-none-match", b"*")]},
}


def _with_cookies(response: Response[Any, Any]) -> Response[Any, Any]:
    response.set_cookie("a", "1", partitioned=True, secure=True)
    response.set_cookie("b", "2")
    return response


def by_asgi(response: Response[Any, Any], request: dict[str, Any]) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    """The messages of the response as an ASGI application."""
    sent: list[Any] = []

    async def receive() -> Any:
        await asyncio.Event().wait()

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/", "headers": [], **request}
    asyncio.run(response(scope, receive, send))
    body = b"".join(bytes(message["body"]) for message in sent[1:])
    return sent[0]["status"], sent[0]["headers"], b"" if request.get("method") == "HEAD" else body


def octets(body: bytes | Pieces) -> bytes:
    """The whole body."""
    if isinstance(body, bytes):
        return body
    try:
        return b"".join(body)
    finally:
        body.close()


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
@pytest.mark.parametrize("make", MAKE.values(), ids=MAKE)
def test_lines_are_those_of_asgi(make: Make, request_: dict[str, Any]) -> None:
    """Status, field lines in their order, and body."""
    found = antiphon.lines(make(), request_)
    assert (found.status, found.lines, octets(found.body)) == by_asgi(make(), request_)


@pytest.mark.parametrize("make", MAKE.values(), ids=MAKE)
def test_lines_in_an_event_loop(make: Make) -> None:
    """`async_lines` gives the same, and `lines` works beside a loop that runs."""

    async def collected() -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        found = await async_lines(make())
        if isinstance(found.body, bytes):
            return found.status, found.lines, found.body
        body = b"".join([piece async for piece in found.body])
        await found.body.finished()
        return found.status, found.lines, body

    async def beside() -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        found = antiphon.lines(make())
        return found.status, found.lines, octets(found.body)

    expected = by_asgi(make(), {})
    assert asyncio.run(collected()) == expected
    assert asyncio.run(beside()) == expected


@pytest.mark.parametrize("request_", [{}, {"REQUEST_METHOD": "HEAD"}, {"HTTP_RANGE": "bytes=1-3"}], ids=str)
@pytest.mark.parametrize("make", MAKE.values(), ids=MAKE)
def test_wsgi_is_valid_and_sends_the_same(make: Make, request_: dict[str, str]) -> None:
    """The validator of the standard library finds nothing."""
    environ: dict[str, Any] = {}
    setup_testing_defaults(environ)
    environ |= {"QUERY_STRING": "", **request_}
    started: list[Any] = []

    def start(status: str, headers: list[tuple[str, str]], _error: Any = None) -> Callable[[bytes], object]:
        started.append(
            (int(status[:3]), [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers])
        )
        return lambda _octets: None

    application: Any = make().wsgi
    body = validator(application)(environ, start)
    try:
        sent = b"".join(body)
    finally:
        body.close()  # type: ignore[attr-defined]  # the validator's iterator has it
    scope = {"method": environ["REQUEST_METHOD"]}
    if "HTTP_RANGE" in request_:
        scope["headers"] = [(b"range", request_["HTTP_RANGE"].encode())]
    assert (*started[0], sent) == by_asgi(make(), scope)


def test_an_error_before_the_first_piece_is_raised() -> None:
    """So that it becomes a 500, as it does under ASGI."""

    def broken() -> Iterator[bytes]:
        raise ValueError("no data")
        yield b""

    with pytest.raises(ValueError, match="no data"):
        antiphon.lines(Export(broken()))


def test_an_error_between_pieces_is_raised_by_the_iterator() -> None:
    """Nobody takes the part for the whole."""

    def broken() -> Iterator[bytes]:
        yield b"a"
        raise ValueError("no more")

    body = antiphon.lines(Export(broken())).body
    assert isinstance(body, Pieces)
    assert next(body) == b"a"
    with pytest.raises(ValueError, match="no more"):
        next(body)
    body.close()


@pytest.mark.parametrize("taken", [0, 1, 2])
def test_closing_early_closes_the_content(taken: int) -> None:
    """And runs the background work: the client left, and that is the response's own policy."""
    closed: list[str] = []

    async def pieces() -> AsyncIterator[bytes]:
        try:
            while True:
                yield b"a"
        finally:
            closed.append("content")

    async def work() -> None:
        closed.append("work")

    response = Export(pieces(), background=BackgroundTask(work))
    body = antiphon.lines(response).body
    assert isinstance(body, Pieces)
    for _ in range(taken):
        next(body)
    body.close()
    body.close()
    assert closed == ["content", "work"]


def test_background_work_runs_when_wsgi_closes() -> None:
    """Of a whole body and of one in pieces, once."""
    done: list[int] = []

    async def work() -> None:
        done.append(1)

    for response in (PlainTextResponse("a"), StreamingResponse(["a", "b"])):
        response.background = BackgroundTask(work)
        body: Any = response.wsgi(
            {"REQUEST_METHOD": "GET"}, lambda _status, _headers, _error=None: lambda _octets: None
        )
        assert b"".join(body) in (b"a", b"ab")
        before = len(done)
        body.close()
        body.close()
        assert len(done) == before + 1


def test_the_content_sees_the_context_of_its_request() -> None:
    """As `flask.request` needs it."""
    current = contextvars.ContextVar("current", default="nothing")

    def pieces() -> Iterator[bytes]:
        yield current.get().encode()
        yield current.get().encode()

    current.set("request")
    assert octets(antiphon.lines(Export(pieces())).body) == b"requestrequest"


def test_the_list_of_lines_is_the_callers() -> None:
    """A response that everybody gets is not changed."""
    shared = PlainTextResponse("a")
    antiphon.lines(shared).lines.append((b"x", b"1"))
    assert antiphon.lines(shared) == Lines(200, shared.raw_headers, b"a")


def test_a_subclass_that_sends_in_its_own_way_is_asked() -> None:
    """Its `__call__` is what counts."""

    class Loud(PlainTextResponse):
        async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
            await PlainTextResponse(bytes(self.body).decode().upper())(scope, receive, send)

    assert octets(antiphon.lines(Loud("quiet")).body) == b"QUIET"
