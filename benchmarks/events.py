"""`python benchmarks/events.py`: what an event costs, from the value that a generator yields to ASGI's `send`.

Each contender is an application that sends a stream of the same typed events, under the name `tick` and with an id. In
each round every one of them sends one stream, in random order; its CPU time is divided by that of the floor, a
hand-written loop, in the same round. Nothing reads what is sent, so what is measured is the library alone. A minute.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import json
import random
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, NamedTuple

import msgspec
import pydantic
from contender import Message, Receive, Scope, Send

from antiphon import Event, EventReply, TextEvent, respond

#: The events of one stream.
EVENTS = 2_000
#: The events after which a generator waits: never, and after each.
WAITS = {"in one burst": 0, "one at a time": 1}

App = Callable[[Scope, Receive, Send], Awaitable[None]]


class Quote(msgspec.Struct):
    """The data of an event."""

    symbol: str
    price: float
    size: int
    venue: str


class QuoteModel(pydantic.BaseModel):
    """The same for pydantic."""

    symbol: str
    price: float
    size: int
    venue: str


class Tick(Event[Quote], name="tick"):
    """A typed event."""


class Line(TextEvent, name="tick"):
    """An event whose data is rendered by the application."""


class Feed(EventReply[Tick]):
    """The stream as a class."""


QUOTE = Quote("AAPL", 231.25, 100, "XNAS")
MODEL = QuoteModel(symbol="AAPL", price=231.25, size=100, venue="XNAS")
BUILTINS = msgspec.to_builtins(QUOTE)
TEXT = msgspec.json.encode(QUOTE).decode()
HEADERS = [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store"), (b"x-accel-buffering", b"no")]


async def made(make: Callable[[str], Any], wait: int) -> AsyncIterator[Any]:
    """The items of a stream, as a service makes them."""
    for number in range(EVENTS):
        if wait:
            await asyncio.sleep(0)
        yield make(str(number))


def hand_written(wait: int) -> App:
    """The floor: a loop that formats and sends, without a look at what is in it or at the client."""
    encode = msgspec.json.Encoder().encode

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        async for number, quote in made(lambda number: (number, QUOTE), wait):
            block = b"id: %b\nevent: tick\ndata: %b\n\n" % (number.encode(), encode(quote))
            await send({"type": "http.response.body", "body": block, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    return app


def antiphon_builder(wait: int) -> App:
    """A compiled response of typed events."""
    feed = respond(200).events(Tick).compile()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await feed(made(lambda number: Tick(QUOTE, id=number), wait))(scope, receive, send)

    return app


def antiphon_reply(wait: int) -> App:
    """The same as a class."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Feed(made(lambda number: Tick(QUOTE, id=number), wait))(scope, receive, send)

    return app


def antiphon_text(wait: int) -> App:
    """A compiled response of events whose data is text."""
    feed = respond(200).events(Line).compile()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await feed(made(lambda number: Line(TEXT, id=number), wait))(scope, receive, send)

    return app


def starlette_by_hand(wait: int) -> App:
    """Starlette's StreamingResponse, given finished octets."""
    from starlette.responses import StreamingResponse

    encode = msgspec.json.Encoder().encode

    def block(number: str) -> bytes:
        return b"id: %b\nevent: tick\ndata: %b\n\n" % (number.encode(), encode(QUOTE))

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await StreamingResponse(made(block, wait), media_type="text/event-stream")(scope, receive, send)

    return app


def sse_starlette_json(wait: int) -> App:
    """sse-starlette's own way for data that is no text."""
    from sse_starlette import EventSourceResponse, JSONServerSentEvent

    async def app(scope: Any, receive: Any, send: Any) -> None:
        items = made(lambda number: JSONServerSentEvent(BUILTINS, event="tick", id=number), wait)
        await EventSourceResponse(items)(scope, receive, send)

    return app


def sse_starlette_text(wait: int) -> App:
    """sse-starlette, given text that msgspec has rendered."""
    from sse_starlette import EventSourceResponse, ServerSentEvent

    encode = msgspec.json.Encoder().encode

    async def app(scope: Any, receive: Any, send: Any) -> None:
        items = made(lambda number: ServerSentEvent(encode(QUOTE).decode(), event="tick", id=number), wait)
        await EventSourceResponse(items)(scope, receive, send)

    return app


def litestar_message(wait: int) -> App:
    """Litestar's ServerSentEvent, given text that msgspec has rendered."""
    from litestar.connection import Request
    from litestar.response import ServerSentEvent, ServerSentEventMessage

    encode = msgspec.json.Encoder().encode

    async def app(scope: Any, receive: Any, send: Any) -> None:
        items = made(lambda number: ServerSentEventMessage(encode(QUOTE).decode(), event="tick", id=number), wait)
        request: Request[Any, Any, Any] = Request(scope)
        await ServerSentEvent(items).to_asgi_response(None, request)(scope, receive, send)

    return app


def fastapi_route(wait: int) -> App:
    """FastAPI's own way: a route that yields, with its event class, since bare models have neither name nor id."""
    from fastapi import FastAPI
    from fastapi.sse import EventSourceResponse, ServerSentEvent

    app = FastAPI()

    @app.get("/", response_class=EventSourceResponse)
    async def feed() -> AsyncIterator[ServerSentEvent]:
        async for item in made(lambda number: ServerSentEvent(data=MODEL, event="tick", id=number), wait):
            yield item

    found: Any = app
    return found  # type: ignore[no-any-return]  # any ASGI application


#: The row of the table, and what makes the application; None where its package is not installed.
CONTENDERS: dict[str, Callable[[int], App]] = {
    "floor, by hand": hand_written,
    "floor again (control)": hand_written,
    "antiphon, `.events(Tick)`": antiphon_builder,
    "antiphon, `EventReply[Tick]`": antiphon_reply,
    "antiphon, text": antiphon_text,
    "Starlette's StreamingResponse, by hand": starlette_by_hand,
    "sse-starlette, JSONServerSentEvent": sse_starlette_json,
    "sse-starlette, text by msgspec": sse_starlette_text,
    "FastAPI, EventSourceResponse (with its route)": fastapi_route,
    "Litestar, ServerSentEvent": litestar_message,
}
FLOOR = "floor, by hand"


class Ran(NamedTuple):
    """One stream: its CPU seconds and what was sent."""

    seconds: float
    octets: list[bytes]


async def ran(app: App, *, kept: bool = False) -> Ran:
    """Send one stream to a client that reads everything at once and stays."""
    octets: list[bytes] = []
    staying = asyncio.Event()
    asked = False

    async def receive() -> Message:
        nonlocal asked
        if asked:
            await staying.wait()
            return {"type": "http.disconnect"}  # as servers say when a response is over
        asked = True
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.body":
            if kept:
                octets.append(message.get("body", b""))
            if not message.get("more_body"):
                staying.set()

    scope: Any = {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1", "method": "GET",
        "scheme": "http", "path": "/", "raw_path": b"/", "query_string": b"", "root_path": "",
        "headers": [(b"accept", b"text/event-stream")], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 2),
        "state": {},
    }  # fmt: skip
    began = time.thread_time()
    await app(scope, receive, send)
    return Ran(time.thread_time() - began, octets)


def read(octets: bytes) -> list[Any]:
    """The events of a stream: name, id and data, which must be JSON."""
    blocks = octets.replace(b"\r\n", b"\n").strip(b"\n").split(b"\n\n")
    fields = [dict(line.split(": ", 1) for line in block.decode().split("\n")) for block in blocks]
    return [(block["event"], block["id"], json.loads(block["data"])) for block in fields]


async def measured(rounds: int, wait: int) -> dict[str, list[float]]:
    """The ratios of each contender to the floor of its round, and in the last row the floor's seconds for an event."""
    apps: dict[str, App] = {}
    for name, make in CONTENDERS.items():
        with contextlib.suppress(ModuleNotFoundError):
            apps[name] = make(wait)
    wanted = read(b"".join((await ran(apps[FLOOR], kept=True)).octets))
    for name, app in apps.items():
        found = read(b"".join((await ran(app, kept=True)).octets))
        if found != wanted:
            raise SystemExit(f"{name} sends something else: {found[:1]} for {wanted[:1]}")
    ratios: dict[str, list[float]] = {name: [] for name in apps}
    for _ in range(rounds):
        order = list(apps)
        random.shuffle(order)
        gc.collect()
        gc.disable()
        seconds = {name: (await ran(apps[name])).seconds for name in order}
        gc.enable()
        for name in apps:
            ratios[name].append(seconds[name] / seconds[FLOOR])
        ratios.setdefault("seconds", []).append(seconds[FLOOR] / EVENTS)
    return ratios


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=25)
    rounds = parser.parse_args().rounds
    columns = {title: asyncio.run(measured(rounds, wait)) for title, wait in WAITS.items()}
    print(f"| an event | {' | '.join(columns)} |")
    print(f"| --- |{' ---: |' * len(columns)}")
    for name in CONTENDERS:
        cells = [
            f"{statistics.median(found[name]):.2f}" if name in found else "not installed" for found in columns.values()
        ]
        print(f"| {name} | {' | '.join(cells)} |")
    floors = [f"{statistics.median(found['seconds']) * 1e6:.2f} µs" for found in columns.values()]
    print(f"\nThe floor took {' and '.join(floors)} of CPU an event here.")


if __name__ == "__main__":
    main()
