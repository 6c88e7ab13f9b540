"""The application of the live event streams: what a browser, and other clients, are given to read."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from typing import Any, cast

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from antiphon import Comment, Event, EventReply, Problem, TextEvent, last_event_id, respond


class Data(msgspec.Struct):
    n: int
    text: str


class Tick(Event[Data], name="tick"): ...


class Line(TextEvent, name="line"): ...


class Failed(Event[Problem], name="failed"): ...


#: Texts that have broken the framing of event streams elsewhere.
TEXTS = (
    "plain",
    "two\nlines",
    "carriage\rreturn",
    "both\r\nof them",
    "\n\ndata: injected\n\nevent: admin\ndata: x",
    "ends with a line end\n",
    " begins with a blank",
    ": a comment?",
    "nul\0inside",
    "next\u0085line\u2028separator\u2029\u000b\u000c",
    "\ufeffmark",
    "",
    "emoji \U0001f680 é",
)


class Feed(EventReply[Tick | Line | int], retry=timedelta(milliseconds=50)):
    """Every kind of item."""


class Broken(EventReply[Tick | Failed], error=Failed(Problem(title="The feed broke"))):
    """A stream that fails, and says so."""


quiet = respond(200).events(Tick, ping=timedelta(milliseconds=200)).compile()
#: Filled by the last generator when its client left.
CLOSED: list[str] = []
SEEN: list[Any] = []


async def everything() -> AsyncIterator[Tick | Line | int | Comment]:
    yield Comment("hello\nworld")
    for number, text in enumerate(TEXTS):
        yield Line(text, id=f"line {number}")
        yield Tick(Data(number, text))
    yield 7


async def feed(_request: Request) -> Response:
    return Feed(everything())


def slowly() -> Iterator[Tick]:
    for number in range(3):
        yield Tick(Data(number, "in a thread"))


async def threaded(_request: Request) -> Response:
    return quiet(slowly())


async def going_on(request: Request) -> Response:
    """Two events for each connection, counted by their ids."""
    seen = last_event_id(request, int) or 0

    async def events() -> AsyncIterator[Tick]:
        for number in (seen + 1, seen + 2):
            yield Tick(Data(number, "counted"), id=str(number), retry=20)

    return quiet(events())


async def idle(_request: Request) -> Response:
    async def events() -> AsyncIterator[Tick]:
        CLOSED.clear()
        try:
            yield Tick(Data(0, "first"))
            await asyncio.sleep(3600)
        finally:
            CLOSED.append("closed")

    return quiet(events())


async def silent(_request: Request) -> Response:
    async def events() -> AsyncIterator[Tick]:
        await asyncio.sleep(0.5)
        yield Tick(Data(0, "late"))

    return quiet(events())


async def broken(_request: Request) -> Response:
    async def events() -> AsyncIterator[Tick]:
        yield Tick(Data(0, "first"))
        raise RuntimeError("secret")

    return Broken(events())


async def closed(_request: Request) -> Response:
    return Response(json.dumps(CLOSED), media_type="application/json")


async def seen(request: Request) -> Response:
    """Keep what the browser says that it has read, for the test to ask."""
    if request.method == "POST":
        SEEN.append(await request.json())
    return Response(json.dumps(SEEN), media_type="application/json")


PAGE = """<!doctype html><title>events</title><script>
const found = {feed: [], going_on: [], broken: [], opened: 0};
const done = () => fetch("/seen", {method: "POST", body: JSON.stringify(found)});
const told = list => event => list.push([event.type, event.data, event.lastEventId]);
const listen = (source, list) => ["tick", "line", "message", "failed", "admin"].forEach(
    name => source.addEventListener(name, told(list)));
const feed = new EventSource("/feed");
listen(feed, found.feed);
feed.onopen = () => found.opened++;
feed.onerror = () => {
  feed.close();
  const going = new EventSource("/going-on");
  listen(going, found.going_on);
  going.addEventListener("tick", event => {
    if (event.lastEventId !== "6") return;
    going.close();
    const broken = new EventSource("/broken");
    listen(broken, found.broken);
    broken.addEventListener("failed", () => { broken.close(); done(); });
  });
};
</script>"""


async def page(_request: Request) -> Response:
    return Response(PAGE, media_type="text/html")


ROUTES = {
    "/": page, "/feed": feed, "/threaded": threaded, "/going-on": going_on, "/idle": idle, "/silent": silent,
    "/broken": broken, "/closed": closed,
}  # fmt: skip

app = Starlette(
    routes=[
        *(Route(path, cast("Any", handler)) for path, handler in ROUTES.items()),
        Route("/seen", seen, methods=["GET", "POST"]),
    ]
)
