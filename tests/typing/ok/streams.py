"""Streams and lines that type checkers must accept, and the types that they must infer."""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import Literal, assert_type

from antiphon import JSONLinesReply, Location, StreamReply, TextStreamReply, header, respond
from antiphon.responses import StreamingResponse
from antiphon.runtime.transmit.asgi import Receive, Scope, Send
from antiphon.runtime.transmit.pieces import BytesPieces, Items, TextPieces


@dataclasses.dataclass
class Row:
    id: int


@dataclasses.dataclass
class Failure:
    error: str


def failed(error: Exception) -> Failure | None:
    return Failure(type(error).__name__)


def plain(value: object) -> object:
    return str(value)


async def octets() -> AsyncIterator[bytes]:
    yield b"a"


def mixed() -> Iterator[bytes | bytearray | memoryview]:
    yield bytearray(b"a")


async def text() -> AsyncIterator[str]:
    yield "a"


def lines() -> Iterator[str]:
    yield "a"


async def rows() -> AsyncIterator[Row]:
    yield Row(1)


export = respond(200).stream("application/zip").header_param("x_request_id", str).compile()
assert_type(export(octets(), x_request_id="1"), StreamingResponse[Literal[200], BytesPieces])
export(mixed(), x_request_id="1")
export([b"a"], x_request_id="1")
export((bytearray(b"a"),), x_request_id="1")

page = respond(200).stream("text/html; charset=utf-8", str, length=1).cache_control(no_store=True).compile()
assert_type(page(text()), StreamingResponse[Literal[200], TextPieces])
page(lines())
page(["a"])
page({"a": 1}.keys())
page(deque(["a"]))

log = respond(200).json_lines(Row, framing="json-seq", nan="null", flush_after=0.5, on_error=failed).compile()
assert_type(log(rows()), StreamingResponse[Literal[200], Items[Row]])
log([Row(1)])
short = respond(200).json_lines(
    Row, exclude_none=True, exclude_defaults=True, exclude_unset=True, by_alias=False, key_order="sorted", encode=plain
).compile()
assert_type(short(rows()), StreamingResponse[Literal[200], Items[Row]])
log(Row(number) for number in range(3))

denied = respond(401).stream("text/plain", str).www_authenticate("Bearer").compile()
assert_type(denied(["no"]), StreamingResponse[Literal[401], TextPieces])
refused = respond(401).json_lines(Row, exclude_none=True).www_authenticate("Bearer").compile()
refused([Row(1)])


class Export(StreamReply, media_type="application/zip", length=3, cache_control="no-store"):
    etag: str | None = header("ETag", default=None)


class Page(TextStreamReply, media_type="text/html; charset=utf-8"): ...


class Rows(JSONLinesReply[Row], framing="ndjson", on_error=failed, status=202, exclude_none=True, encode=plain): ...


class Found(JSONLinesReply[Row | Failure]):
    location: Location


def by_class(many: Iterable[Row], later: AsyncIterable[Row]) -> list[StreamingResponse]:
    assert_type(Rows(many).content, Items[Row])
    assert_type(Export(octets()).content, BytesPieces)
    assert_type(Page(text()).content, TextPieces)
    return [Export([b"abc"], etag='"1"'), Page(lines()), Rows(many), Rows(later), Found(many, location=Location("/x"))]


async def in_place(scope: Scope, receive: Receive, send: Send) -> None:
    await export.send(scope, receive, send, octets(), x_request_id="1")
    await log.send(scope, receive, send, rows())


async def of_octets(send: Send) -> None:
    # Only what is sent piece by piece takes the whole exchange.
    await respond(200).bytes("image/png").compile().send(send, b"")
    await respond(200).json(Row).compile().send(send, Row(1))
