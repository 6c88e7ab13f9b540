"""Streams of events through the routes of Starlette and FastAPI."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest

pytest.importorskip("fastapi", reason="the routes are FastAPI's")

from fastapi import FastAPI, Request
from starlette.applications import Starlette
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route
from starlette.testclient import TestClient

from antiphon import Event, EventReply, Problem, Reply, last_event_id
from antiphon.integrations.fastapi import install
from tests.support.event_stream import read


class Price(msgspec.Struct):
    cents: int


class Tick(Event[Price], name="tick"): ...


class Failed(Event[Problem], name="failed"): ...


class Feed(EventReply[Tick | Failed], error=Failed(Problem(title="broke"))):
    """The prices."""


class Closed(Reply[Problem], status=503): ...


async def prices(first: int, *, fails: bool = False) -> AsyncIterator[Tick]:
    if fails and first:
        raise LookupError("before the first")
    yield Tick(Price(100), id=str(first + 1))
    if fails:
        raise LookupError("after it")


def application() -> FastAPI:
    app = FastAPI()
    install(app)

    @app.get("/feed")
    async def feed(request: Request, closed: bool = False, fails: bool = False) -> Feed | Closed:
        if closed:
            return Closed(Problem(title="closed"))
        return Feed(prices(last_event_id(request, int) or 0, fails=fails))

    return app


def test_a_handler_answers_with_a_stream_or_a_reply() -> None:
    client = TestClient(application(), raise_server_exceptions=False)
    response = client.get("/feed", headers={"Last-Event-ID": "7"})

    assert [("tick", '{"cents":100}', "8")] == read(response.content).events
    assert response.headers["cache-control"] == "no-store"
    assert client.get("/feed?closed=1").status_code == 503
    assert client.get("/feed?fails=1", headers={"Last-Event-ID": "7"}).status_code == 500
    assert read(client.get("/feed?fails=1").content).events[-1] == ("failed", '{"title":"broke"}', "1")


def test_the_document_says_what_comes() -> None:
    document = TestClient(application()).get("/openapi.json").json()
    found: dict[str, Any] = document["paths"]["/feed"]["get"]["responses"]["200"]

    assert found["description"] == "The prices."
    assert list(found["content"]) == ["text/event-stream"]
    assert "Cache-Control" in found["headers"]
    assert {"Price", "Problem"} <= document["components"]["schemas"].keys()


@pytest.mark.parametrize("times", [3])
def test_middleware_passes_events_on(times: int) -> None:
    """Three times over, so that nothing of one response is left in the next."""

    async def feed(request: Any) -> Feed:
        return Feed(prices(0))

    async def traced(request: Any, call_next: Any) -> Any:
        response = await call_next(request)
        response.headers["X-Trace"] = "t"
        return response

    app = Starlette(routes=[Route("/feed", feed)])
    app.add_middleware(GZipMiddleware, minimum_size=1)
    app.add_middleware(BaseHTTPMiddleware, dispatch=traced)
    client = TestClient(app)

    for _ in range(times):
        response = client.get("/feed")
        assert response.headers["x-trace"] == "t"
        assert [("tick", '{"cents":100}', "1")] == read(response.content).events
        assert len(response.headers.get_list("cache-control")) == 1
