"""Every line that is marked E is wrong, and each type checker says so: streams and lines."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator, Iterator

from antiphon import JSONLinesReply, StreamReply, TextStreamReply, respond
from antiphon.runtime.transmit.asgi import Receive, Scope, Send


@dataclasses.dataclass
class Row:
    id: int


@dataclasses.dataclass
class User:
    name: str


async def octets() -> AsyncIterator[bytes]:
    yield b"a"


def text() -> Iterator[str]:
    yield "a"


async def rows() -> AsyncIterator[Row]:
    yield Row(1)


export = respond(200).stream("application/zip").compile()
page = respond(200).stream("text/html; charset=utf-8", str).compile()
log = respond(200).json_lines(Row).compile()


class Export(StreamReply, media_type="application/zip"): ...


class Page(TextStreamReply): ...


class Rows(JSONLinesReply[Row]): ...


export(b"octets")  # E: octets themselves are one piece
export("text")  # E: nor is a text
export(octets)  # E: a generator function, not its result
export(text())  # E: pieces of octets are bytes
export([1, 2])  # E: nor numbers
export()  # E: content is missing
page("text")  # E: a text itself would be sent letter by letter
page(b"text")  # E: octets are no text
page(text)  # E: a generator function, not its result
page([b"a"])  # E: pieces of text are str
log(Row(1))  # E: an iterable of rows
log(rows)  # E: a generator function, not its result
log([User("x")])  # E: items of another type
log(octets())  # E: items of another type
Export(octets)  # E: a generator function, not its result
Export(b"octets")  # E: octets themselves are one piece
Page("text")  # E: a text itself would be sent letter by letter
Page([b"a"])  # E: pieces of text are str
Rows(rows)  # E: a generator function, not its result
Rows([User("x")])  # E: items of another type
Rows(Row(1))  # E: an iterable of rows
respond(200).stream()  # E: the media type is missing
respond(200).stream("text/csv", int)  # E: bytes or str
respond(200).stream("text/csv", length="3")  # E: a number of octets
respond(204).stream("text/csv")  # E: no body step
respond(304).json_lines(Row)  # E: no body step
respond(200).json_lines(Row, framing="xml")  # E: no such framing
respond(200).json_lines(Row, flush_after="1s")  # E: a timedelta or seconds
respond(200).json_lines(Row(1))  # E: a type, not a value
respond(200).json_lines(Row, exclude_none="yes")  # E: a bool
respond(200).json_lines(Row, exclude_nones=True)  # E: misspelt
respond(200).json_lines(Row, key_order="random")  # E: declared or sorted
respond(200).json_lines(Row, encode="plain")  # E: a function
respond(401).json_lines(Row, by_alias=None)  # E: a bool


class A(StreamReply, status=204): ...  # E: a status without content


class B(StreamReply, lenght=3): ...  # E: misspelt


class C(JSONLinesReply[object]): ...  # E: no JSON form


class E(JSONLinesReply[Row], exclude_unsets=True): ...  # E: misspelt


class F(JSONLinesReply[Row], encode="plain"): ...  # E: a function


class D(JSONLinesReply[Row], media_type="text/plain"): ...  # E: the framing says it


async def in_place(scope: Scope, receive: Receive, send: Send) -> None:
    await export.send(send, octets())  # E: the whole exchange is needed
    await log.send(scope, receive, send, [User("x")])  # E: items of another type
