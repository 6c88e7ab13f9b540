"""Streams: what calls accept, what is sent, and when."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
from starlette.requests import ClientDisconnect

from antiphon import ParamError, respond
from tests.support.clients import bodies, exchanged
from tests.support.exchange import sent_by

OCTETS = respond(200).stream("text/csv").compile()
TEXT = respond(200).stream("text/plain; charset=utf-16", str).compile()
MEASURED = respond(200).stream("text/plain", length=4).compile()
MEASURED_TEXT = respond(200).stream("text/plain", str, length=4).compile()


async def in_time() -> AsyncIterator[bytes | bytearray | memoryview]:
    """Three pieces, each of another type."""
    yield b"a"
    await asyncio.sleep(0)
    yield bytearray(b"b")
    yield memoryview(b"c")


def at_once() -> Iterator[bytes]:
    """Three pieces."""
    yield from (b"a", b"b", b"c")


async def never() -> dict[str, Any]:
    """The `receive` of a client that stays."""
    await asyncio.Event().wait()
    return {}


class Own:
    """An iterable of one's own."""

    def __iter__(self) -> Iterator[bytes]:
        return at_once()


MAKERS: tuple[Callable[[], Any], ...] = (in_time, at_once, Own, lambda: [b"a", b"b", b"c"], lambda: (b"a", b"b", b"c"))


@pytest.mark.parametrize("content", MAKERS)
def test_every_iterable_is_sent_piece_by_piece(content: Callable[[], Any]) -> None:
    """By the object and in place alike; a message a piece, and an empty one at the end."""

    async def in_place(scope: Any, receive: Any, send: Any) -> None:
        await OCTETS.send(scope, receive, send, content())

    as_object = sent_by(OCTETS(content()))
    assert sent_by(in_place) == as_object
    assert [(b"content-type", b"text/csv")] == as_object[0]["headers"]
    assert [b"a", b"b", b"c"] == bodies(as_object)
    assert [True, True, True, False] == [message["more_body"] for message in as_object[1:]]


def test_text_is_sent_in_the_charset_of_its_media_type() -> None:
    """With its mark once: the encoder keeps its state from piece to piece."""
    assert ["añ".encode("utf-16"), "b".encode("utf-16-le")] == bodies(sent_by(TEXT(["añ", "b"])))


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ("text", "is str, which is one piece"),
        (b"octets", "is bytes, which is one piece"),
        (at_once, "is a generator function"),
        (in_time, "is a generator function"),
        (lambda: [b"a"], "is function"),
        (3, "is int"),
        (None, "is NoneType"),
        (OCTETS, "a response was given"),
    ],
)
def test_what_is_no_iterable_of_pieces_is_refused_at_the_call(wrong: Any, what: str) -> None:
    """Before anything is sent."""
    with pytest.raises(ParamError, match=what):
        OCTETS(wrong)


@pytest.mark.parametrize(("response", "piece"), [(OCTETS, "a"), (OCTETS, 1), (TEXT, b"a")])
def test_a_first_piece_of_another_type_is_an_ordinary_error(response: Any, piece: Any) -> None:
    """Nothing was sent before it."""
    messages: list[Any] = []

    async def send(message: Any) -> None:
        messages.append(message)

    async def exchange() -> None:
        await response([piece])({"type": "http", "method": "GET"}, never, send)

    with pytest.raises(ParamError, match="has a piece of"):
        asyncio.run(exchange())
    assert [] == messages


@pytest.mark.parametrize(("pieces", "arrives"), [([b"abc"], 3), ([b"abc", b"de"], 3), ([b"abcde"], 0), ([], 0)])
def test_another_number_of_octets_than_declared_is_an_error(
    pieces: list[bytes], arrives: int, caplog: pytest.LogCaptureFixture
) -> None:
    """That the log names, once; what is too much is not sent, and too little is not called the end."""
    messages: list[Any] = []

    async def send(message: Any) -> None:
        messages.append(message)

    async def exchange() -> None:
        await MEASURED(iter(pieces))({"type": "http", "method": "GET"}, never, send)

    with pytest.raises(ParamError, match="the stream has given"):
        asyncio.run(exchange())
    assert arrives == sum(map(len, bodies(messages)))
    assert all(message.get("more_body", True) for message in messages)
    assert len(caplog.records) == (1 if arrives else 0)


@pytest.mark.parametrize(
    ("measured", "pieces"),
    [
        (MEASURED, [b"abc"]),
        (MEASURED, (b"abc", bytearray(b"de"))),
        (MEASURED, []),
        (MEASURED_TEXT, ["ab", "c"]),
        (MEASURED_TEXT, ("ä", "ö", "ü")),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_pieces_that_are_all_there_are_measured_before_anything_is_sent(
    measured: Any, pieces: Any, method: str
) -> None:
    """So the client gets the service's own 500 in place of a part of the content, and HEAD no length that is wrong."""
    messages: list[Any] = []

    async def send(message: Any) -> None:
        messages.append(message)

    async def exchange() -> None:
        await measured(pieces)({"type": "http", "method": method}, never, send)

    with pytest.raises(ParamError, match=r"is 4, and the pieces are \d octets"):
        asyncio.run(exchange())
    assert [] == messages


def test_text_is_measured_as_it_is_encoded() -> None:
    """UTF-16 has its mark once."""
    utf_16 = respond(200).stream("text/csv; charset=utf-16", str, length=8).compile()
    assert "a,b".encode("utf-16") == b"".join(bodies(sent_by(utf_16(["a", ",", "b"]))))


def test_a_declared_length_is_sent() -> None:
    """As Content-Length."""
    messages = sent_by(MEASURED([b"ab", b"cd"]))
    assert (b"content-length", b"4") in messages[0]["headers"]
    assert b"abcd" == b"".join(bodies(messages))


@pytest.mark.parametrize("leaves", [{"leaves_with": 3}, {"lost_after": 2}, {"cancelled_with": 3}])
def test_the_generator_has_ended_when_the_client_left(leaves: dict[str, Any]) -> None:
    """Its clean-up included, which may wait."""
    ended: list[str] = []

    async def pieces() -> AsyncIterator[bytes]:
        try:
            for _ in range(1000):
                yield b"a"
                await asyncio.sleep(0.001)
        finally:
            await asyncio.sleep(0.001)
            ended.append("async")

    def blocking() -> Iterator[bytes]:
        try:
            for _ in range(1000):
                yield b"a" * 1000
        finally:
            ended.append("sync")

    async def both() -> None:
        for content in (pieces(), blocking()):
            with contextlib.suppress(ClientDisconnect):
                await exchanged(OCTETS(content), pause=0.001, **leaves)

    asyncio.run(both())
    assert ["async", "sync"] == ended


def test_nothing_is_iterated_for_head() -> None:
    """The header alone is sent."""

    async def pieces() -> AsyncIterator[bytes]:
        raise AssertionError("iterated")
        yield b""

    messages = sent_by(OCTETS(pieces()), {"method": "HEAD"})
    assert ["http.response.start", "http.response.body"] == [message["type"] for message in messages]
    assert [] == bodies(messages)


def test_threads_that_come_and_go_lose_nothing() -> None:
    """However their steps fall: many iterables of many lengths, beside each other and one after another."""

    async def exchange(count: int) -> int:
        messages = await exchanged(OCTETS(b"x" * 1000 for _ in range(count)))
        return sum(map(len, bodies(messages)))

    async def every() -> list[int]:
        counts = [0, 1, 2, 63, 64, 65, 66, 130, 200] * 20
        return await asyncio.gather(*map(exchange, counts))

    for _ in range(3):
        assert [count * 1000 for count in [0, 1, 2, 63, 64, 65, 66, 130, 200] * 20] == asyncio.run(every())
