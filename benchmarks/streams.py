"""Streams: the CPU time of a piece or a line, and of the way to the first, as multiples of the same written by hand.

python benchmarks/streams.py [--rounds 11]

Every contender is an ASGI application that answers one exchange in an event loop of asyncio; its `send` takes each
message at once, so nothing of a server is in the figures: `streams_served.py` has those. All contenders run in each
round, in random order.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import msgspec
import pydantic
from fastapi import FastAPI
from litestar.connection import Request
from litestar.response import Stream
from starlette.responses import StreamingResponse

from antiphon import respond
from antiphon.responses import StreamingResponse as DropIn

COUNT = 5_000
PIECE = b"x" * 100
App = Callable[[Any, Any, Any], Awaitable[None]]


class Row(msgspec.Struct):
    """A line."""

    id: int
    name: str
    email: str
    active: bool


class RowModel(pydantic.BaseModel):
    """The same, by pydantic."""

    id: int
    name: str
    email: str
    active: bool


ROW = Row(7, "Ada Lovelace", "ada@example.com", active=True)
MODEL = RowModel(id=7, name="Ada Lovelace", email="ada@example.com", active=True)
encode = msgspec.json.Encoder().encode
SCOPE: Any = {
    "type": "http",
    "method": "GET",
    "path": "/",
    "raw_path": b"/",
    "query_string": b"",
    "headers": [],
    "root_path": "",
    "scheme": "http",
    "http_version": "1.1",
    "server": ("x", 80),
    "client": ("x", 1),
    "asgi": {"version": "3.0", "spec_version": "2.3"},
}


async def pieces(count: int) -> AsyncIterator[bytes]:
    for _ in range(count):
        yield PIECE


def blocking(count: int) -> Iterator[bytes]:
    for _ in range(count):
        yield PIECE


async def rows(item: Any, count: int) -> AsyncIterator[Any]:
    for _ in range(count):
        yield item


async def encoded(item: Any, count: int) -> AsyncIterator[bytes]:
    """The lines of a handler where its framework knows bytes alone."""
    if isinstance(item, RowModel):
        for _ in range(count):
            yield item.__pydantic_serializer__.to_json(item) + b"\n"
    else:
        for _ in range(count):
            yield encode(item) + b"\n"


def by_hand(make: Callable[[], AsyncIterator[bytes]], media_type: bytes) -> App:
    """The floor: a loop of sends, without anything that a stream needs beside them."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", media_type)]})
        async for piece in make():
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    return app


def by_object(make: Callable[[], Any]) -> App:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await make()(scope, receive, send)

    return app


def in_place(compiled: Any, make: Callable[[], Any]) -> App:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await compiled.send(scope, receive, send, make())

    return app


REQUEST: Any = Request(SCOPE)


def by_litestar(make: Callable[[], Any], media_type: str) -> App:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await Stream(make(), media_type=media_type).to_asgi_response(None, REQUEST)(scope, receive, send)

    return app


def by_fastapi(item: RowModel, count: int) -> App:
    """FastAPI's own way: a path operation that yields its items."""
    app = FastAPI(openapi_url=None)

    @app.get("/")
    async def lines() -> AsyncIterator[RowModel]:
        for _ in range(count):
            yield item

    return app


octets = respond(200).stream("application/octet-stream").compile()
struct_lines = respond(200).json_lines(Row).compile()
model_lines = respond(200).json_lines(RowModel).compile()


def of_pieces(make: Callable[[], Any], count: int) -> dict[str, App]:
    return {
        "by hand": by_hand(lambda: pieces(count), b"application/octet-stream"),
        "antiphon object": by_object(lambda: octets(make())),
        "antiphon send": in_place(octets, make),
        "antiphon drop in": by_object(lambda: DropIn(make(), media_type="application/octet-stream")),
        "starlette": by_object(lambda: StreamingResponse(make(), media_type="application/octet-stream")),
        "litestar": by_litestar(make, "application/octet-stream"),
    }


def of_lines(compiled: Any, type_: Any, item: Any, count: int) -> dict[str, App]:
    found = {
        "by hand": by_hand(lambda: encoded(item, count), b"application/jsonl"),
        "antiphon object": by_object(lambda: compiled(rows(item, count))),
        "antiphon send": in_place(compiled, lambda: rows(item, count)),
        "antiphon drop in": by_object(lambda: DropIn(encoded(item, count), media_type="application/jsonl")),
        "starlette": by_object(lambda: StreamingResponse(encoded(item, count), media_type="application/jsonl")),
        "litestar": by_litestar(lambda: encoded(item, count), "application/jsonl"),
    }
    if type_ is RowModel:
        found["fastapi"] = by_fastapi(item, count)
    return found


WORKLOADS = {
    "pieces, async generator": (of_pieces(lambda: pieces(COUNT), COUNT), COUNT),
    "pieces, generator in threads": (of_pieces(lambda: blocking(COUNT), COUNT), COUNT),
    "lines of Structs": (of_lines(struct_lines, Row, ROW, COUNT), COUNT),
    "lines of pydantic models": (of_lines(model_lines, RowModel, MODEL, COUNT), COUNT),
    "a stream of one piece": (of_pieces(lambda: pieces(1), 1), 1),
    "a stream of one piece, in threads": (of_pieces(lambda: blocking(1), 1), 1),
    "a stream of one line": (of_lines(model_lines, RowModel, MODEL, 1), 1),
}


class Exchange:
    """All that one exchange sent, and when its first octets came."""

    def __init__(self) -> None:
        self.size = 0
        self.first = 0
        self.over = asyncio.Event()

    async def receive(self) -> Any:
        """As servers do, after the last message."""
        await self.over.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        if body := message.get("body"):
            if not self.size:
                self.first = time.perf_counter_ns()
            self.size += len(body)
        if message["type"].endswith("body") and not message.get("more_body"):
            self.over.set()


async def _timed(app: App, repeat: int) -> tuple[float, float, int]:
    """CPU time of an exchange, time to its first octets, both in nanoseconds; and its size."""
    waited = []
    exchange = Exchange()
    cpu = time.process_time_ns()
    for _ in range(repeat):
        exchange = Exchange()
        start = time.perf_counter_ns()
        await app({**SCOPE, "state": {}}, exchange.receive, exchange.send)
        waited.append(exchange.first - start)
    return (time.process_time_ns() - cpu) / repeat, statistics.median(waited), exchange.size


def measured(apps: dict[str, App], count: int, rounds: int) -> dict[str, tuple[float, float]]:
    """CPU time as a multiple of the floor's in the same round, and the time to the first octets in microseconds."""
    repeat = max(1, 300 // count)
    sizes = {name: asyncio.run(_timed(app, 1))[2] for name, app in apps.items()}
    sizes.pop("fastapi", None)  # whose JSON has blanks
    if len(set(sizes.values())) != 1:
        raise SystemExit(f"the contenders differ in what they send: {sizes}")
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in apps}
    for _ in range(rounds):
        order = random.sample(list(apps), len(apps))
        took = {name: asyncio.run(_timed(apps[name], repeat))[:2] for name in order}
        for name, (cpu, first) in took.items():
            found[name].append((cpu / took["by hand"][0], first / 1000))
    return {
        name: (statistics.median(cpu for cpu, _ in every), statistics.median(first for _, first in every))
        for name, every in found.items()
    }


def main() -> None:
    """The table, in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=11)
    rounds = parser.parse_args().rounds
    columns = {name: measured(*workload, rounds) for name, workload in WORKLOADS.items()}
    names = list(dict.fromkeys(name for column in columns.values() for name in column))
    print(f"| contender | {' | '.join(columns)} | first octets, µs |\n| --- |{' ---: |' * (len(columns) + 1)}")
    for name in names:
        cells = [f"{column[name][0]:.2f}" if name in column else "" for column in columns.values()]
        first = columns["a stream of one piece"].get(name) or columns["a stream of one line"][name]
        print(f"| {name} | {' | '.join(cells)} | {first[1]:.0f} |")


if __name__ == "__main__":
    main()
