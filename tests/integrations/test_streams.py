"""Streams and lines through FastAPI and Starlette routes, and under middleware."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

import msgspec
import pytest
from fastapi import FastAPI, HTTPException
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from antiphon import JSONLinesReply, StreamReply, TextStreamReply, respond
from tests.integrations.test_middleware_compiled import MARKS, MIDDLEWARE
from tests.support import clock
from tests.support.clients import exchanged

LONG = "many words, " * 200


class Row(msgspec.Struct):
    """An item."""

    words: str


class Octets(StreamReply, media_type="text/x-words", cache_control="no-store"):
    """Octets in pieces."""


class Text(TextStreamReply):
    """Text in pieces."""


class Rows(JSONLinesReply[Row]):
    """Rows."""


compiled = respond(200).stream("text/x-words", str).compile()
#: Each with content that can be sent again and again.
KINDS: dict[str, tuple[Any, Any]] = {
    "octets": (Octets, [LONG.encode(), b"end"]),
    "text": (Text, (LONG, "end")),
    "rows": (Rows, [Row(LONG), Row("end")]),
    "compiled": (compiled, [LONG, "end"]),
}


async def passed_on(request: Request, call_next: Any) -> Any:
    """A middleware of the simplest kind."""
    response = await call_next(request)
    response.headers["x-passed"] = "1"
    return response


LAYERS = {**MIDDLEWARE, "base": [Middleware(BaseHTTPMiddleware, dispatch=passed_on)]}


@pytest.mark.parametrize("middleware", LAYERS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", ["an object each", "one object", "in place"])
def test_three_exchanges_look_the_same(way: str, kind: str, middleware: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever middleware edits, the next response is as the first, even of one object."""
    monkeypatch.setattr(time, "time", lambda: 2e9)  # sessions carry a date
    make, content = KINDS[kind]
    one = make(content)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if way == "in place" and kind == "compiled":
            await make.send(scope, receive, send, content)
        else:
            await (one if way == "one object" else make(content))(scope, receive, send)

    client = TestClient(Starlette(routes=[Mount("/", app)], middleware=LAYERS[middleware]))
    answers = []
    for _ in range(3):
        client.cookies.clear()
        answer = client.get("/", headers={"Origin": "https://app.example", "Accept-Encoding": "gzip"})
        answers.append((answer.status_code, answer.headers.raw, answer.content))
    first, *others = answers
    assert [first, first] == others
    assert (200, True) == (first[0], b"end" in first[2])
    assert middleware not in MARKS or MARKS[middleware] in dict(first[1])


service = FastAPI()


@service.get("/rows")
async def every_row() -> Rows:
    """Rows from a generator that waits."""

    async def rows() -> AsyncIterator[Row]:
        for number in range(3):
            yield Row(str(number))
            await asyncio.sleep(0)

    return Rows(rows())


@service.get("/blocking")
def every_piece() -> Octets:
    """Pieces from a generator that blocks."""

    def pieces() -> Iterator[bytes]:
        for number in range(3):
            time.sleep(0.001)
            yield b"%d" % number

    return Octets(pieces())


@service.get("/refused")
async def refused() -> Rows:
    """A generator that finds out that there is nothing to send."""

    async def rows() -> AsyncIterator[Row]:
        raise HTTPException(404, "no such rows")
        yield Row("")

    return Rows(rows())


def test_fastapi_routes() -> None:
    """They send what they return."""
    client = TestClient(service)
    assert '{"words":"0"}\n{"words":"1"}\n{"words":"2"}\n' == client.get("/rows").text
    assert "012" == client.get("/blocking").text
    assert "application/jsonl" == client.get("/rows").headers["content-type"]


def test_what_is_raised_before_the_first_item_is_the_services_own_answer() -> None:
    """An HTTPException is answered as one."""
    answer = TestClient(service).get("/refused")
    assert (404, {"detail": "no such rows"}) == (answer.status_code, answer.json())


def test_a_client_that_leaves_is_noticed_through_layers() -> None:
    """The generator has ended when the application returns, under the simplest kind of middleware too."""
    ended: list[str] = []

    async def endless() -> AsyncIterator[bytes]:
        try:
            while True:
                yield b"x"
                await asyncio.sleep(0.001)
        finally:
            ended.append("clean")

    def answer(_request: Request) -> Response:
        return Octets(endless())

    for layers in ([], LAYERS["base"], LAYERS["base"] * 2, LAYERS["GZip"]):
        ended.clear()
        app = Starlette(routes=[Route("/", answer)], middleware=layers)
        scope = {"path": "/", "query_string": b"", "asgi": {"spec_version": "2.3"}}
        clock.run(exchanged(app, scope, leaves_after=0.03))
        assert ["clean"] == ended
