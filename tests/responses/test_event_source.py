"""EventSourceResponse in the place of FastAPI's and of sse-starlette's."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from typing import Any

import msgspec
import pytest

from antiphon import Comment, Event, ParamError, TextEvent
from antiphon.responses import EventSourceResponse, StreamingResponse
from tests.support import clock
from tests.support.clients import bodies, exchanged
from tests.support.event_stream import read
from tests.support.exchange import sent_by
from tests.support.patience import PATIENCE


class Data(msgspec.Struct):
    n: int


class Tick(Event[Data], name="tick"): ...


class Line(TextEvent, name="line"): ...


def events_of(items: Any) -> list[tuple[str, str, str]]:
    """The events that a client reads."""
    return read(b"".join(bodies(sent_by(EventSourceResponse(items))))).events


def test_octets_and_text_are_sent_as_they_are() -> None:
    """As FastAPI's class sends them, which is Starlette's StreamingResponse with a media type."""
    assert [b"data: a\n\n", b"data: \xc3\xa9\n\n"] == bodies(
        sent_by(EventSourceResponse([b"data: a\n\n", "data: é\n\n"]))
    )


def test_events_are_framed() -> None:
    assert [("tick", '{"n":1}', "7"), ("line", "a\nb", "7"), ("message", "[1]", "7")] == events_of(
        [Tick(Data(1), id="7"), Comment("x"), Line("a\r\nb"), Event([1])]
    )


def test_a_dict_of_fields_is_an_event() -> None:
    """sse-starlette's, whose data is sent as text."""
    found = events_of(
        [{"data": "a\nb", "event": "x", "id": 3, "retry": 5}, {"comment": "ping"}, {"data": 7, "sep": "\n"}]
    )

    assert [("x", "a\nb", "3"), ("message", "7", "3")] == found


@pytest.mark.parametrize("attack", ["a\nevent: admin", "a\r\n\r\ndata: x", "\r", "a\0"])
def test_no_text_writes_another_event(attack: str) -> None:
    """A name or an id with a line end is refused, and data is lines."""
    for field in ("id", "event"):
        with pytest.raises(ParamError):
            sent_by(EventSourceResponse([{"data": "x", field: attack}]))
    for field in ("data", "comment"):
        assert len(events_of([{"data": "x", field: attack}])) == 1


def test_fastapis_and_sse_starlettes_events_are_taken() -> None:
    fastapi = pytest.importorskip("fastapi.sse")
    event = fastapi.ServerSentEvent
    found = events_of([event(data={"a": "é"}, event="x", id="1"), event(raw_data="a\nb", retry=9), event(comment="c")])

    assert [("x", '{"a":"é"}', "1"), ("message", "a\nb", "1")] == found


def test_sse_starlettes_events_are_taken() -> None:
    theirs = pytest.importorskip("sse_starlette")

    assert [("x", "a\nb", "1"), ("message", '{"a":1}', "1")] == events_of(
        [theirs.ServerSentEvent("a\r\nb", event="x", id="1"), theirs.JSONServerSentEvent({"a": 1})]
    )


@pytest.mark.parametrize("wrong", [3, None, {"data": "x", "type": "y"}, object()])
def test_what_is_no_event_is_refused(wrong: Any) -> None:
    with pytest.raises(ParamError):
        sent_by(EventSourceResponse([wrong]))


def test_no_cache_keeps_it_and_no_proxy_holds_it_back() -> None:
    response = EventSourceResponse([], headers={"Cache-Control": "no-cache"})

    assert isinstance(response, StreamingResponse)
    assert response.headers["cache-control"] == "no-cache"
    assert response.headers["x-accel-buffering"] == "no"
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert EventSourceResponse([]).headers["cache-control"] == "no-store"


def test_pings_come_while_nothing_else_does_and_break_nothing() -> None:
    """Not between the pieces of one event that the caller writes in several."""

    async def items() -> AsyncIterator[str]:
        yield "data: a\n"
        await asyncio.sleep(0.1)
        yield "data: b\n\n"
        await asyncio.sleep(0.1)
        yield "data: c\n\n"

    sent = bodies(sent_by(EventSourceResponse(items(), ping=0.04), run=clock.run))

    assert [("message", "a\nb", ""), ("message", "c", "")] == read(b"".join(sent)).events
    assert sent == [b"data: a\n", b"data: b\n\n", *[b":\n\n"] * 2, b"data: c\n\n"]
    assert len(bodies(sent_by(EventSourceResponse(items(), ping=0), run=clock.run))) == 3


@pytest.mark.parametrize("wrong", [-1, "15", True])
def test_a_ping_is_a_number_of_seconds(wrong: Any) -> None:
    with pytest.raises(ParamError, match="ping"):
        EventSourceResponse([], ping=wrong)


def test_head_runs_nothing_and_a_client_that_leaves_ends_the_generator() -> None:
    """As sse-starlette says it should be."""
    ended: list[str] = []

    async def items() -> AsyncIterator[dict[str, int]]:
        try:
            while True:
                yield {"data": 1}
                await asyncio.sleep(0.01)
        finally:
            ended.append("ended")

    assert [] == bodies(sent_by(EventSourceResponse(items()), {"method": "HEAD"}))
    assert ended == []
    clock.run(exchanged(EventSourceResponse(items()), {"asgi": {"spec_version": "2.3"}}, leaves_after=0.1))
    assert ended == ["ended"]


def test_fastapis_router_knows_it_by_its_class() -> None:
    """A route that yields sends events; with a class of another it would send JSON Lines."""
    pytest.importorskip("fastapi")
    from fastapi import FastAPI
    from fastapi.sse import EventSourceResponse as Theirs
    from starlette.testclient import TestClient

    app = FastAPI()

    @app.get("/yields", response_class=EventSourceResponse)
    def yields() -> Iterator[dict[str, int]]:
        yield {"n": 1}

    @app.get("/returns")
    def returns() -> EventSourceResponse:
        return EventSourceResponse([Tick(Data(1))])

    client = TestClient(app)

    assert issubclass(EventSourceResponse, Theirs)
    assert [("message", '{"n":1}', "")] == [
        (name, data.replace(" ", ""), last) for name, data, last in read(client.get("/yields").content).events
    ]
    assert [("tick", '{"n":1}', "")] == read(client.get("/returns").content).events
    content = client.get("/openapi.json").json()["paths"]["/yields"]["get"]["responses"]["200"]["content"]
    assert list(content) == ["text/event-stream"]


def test_fastapi_is_imported_only_with_the_name() -> None:
    program = """
import sys
import antiphon.responses
assert "fastapi" not in sys.modules
assert "EventSourceResponse" in dir(antiphon.responses)
assert not hasattr(antiphon.responses, "Nothing")
from antiphon.responses import EventSourceResponse
assert EventSourceResponse.__mro__[1].__name__ == "StreamingResponse"
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=PATIENCE)
