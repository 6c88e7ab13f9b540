"""JSON Lines: what a line is, and when it is sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any, Literal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antiphon import JSONLinesReply, ParamError, SpecError, respond
from tests.support import clock
from tests.support.asked import examples
from tests.support.clients import bodies, exchanged
from tests.support.exchange import sent_by


class Row(msgspec.Struct):
    """An item."""

    id: int
    weight: float = 0.5


class Secret(Row):
    """An item with more than is declared."""

    password: str = "hidden"


class Failure(msgspec.Struct):
    """The last item after an error."""

    error: str


def failed(error: Exception) -> Failure:
    """The kind of error, and nothing of it."""
    return Failure(type(error).__name__)


ROWS = respond(200).json_lines(Row).compile()
ANY = respond(200).json_lines(list[Any] | str | int | None).compile()
TOLD = respond(200).json_lines(Row, on_error=failed).compile()


def rows(count: int) -> list[Row]:
    """Items of different ids."""
    return [Row(number) for number in range(count)]


async def in_time(*items: Any, pause: float = 0.0) -> AsyncIterator[Any]:
    """The items, an exception among them raised."""
    for item in items:
        if isinstance(item, Exception):
            raise item
        yield item
        await asyncio.sleep(pause)


async def never() -> dict[str, Any]:
    """The `receive` of a client that stays."""
    await asyncio.Event().wait()
    return {}


@pytest.mark.parametrize(
    ("framing", "media_type", "octets"),
    [
        ("jsonl", b"application/jsonl", b'{"id":0,"weight":0.5}\n{"id":1,"weight":0.5}\n'),
        ("ndjson", b"application/x-ndjson", b'{"id":0,"weight":0.5}\n{"id":1,"weight":0.5}\n'),
        ("json-seq", b"application/json-seq", b'\x1e{"id":0,"weight":0.5}\n\x1e{"id":1,"weight":0.5}\n'),
    ],
)
def test_each_item_is_a_text_of_its_own(framing: Any, media_type: bytes, octets: bytes) -> None:
    """Framed as the media type says, from an async iterable, a generator and a list alike."""
    response = respond(200).json_lines(Row, framing=framing).compile()
    for items in (rows(2), iter(rows(2)), in_time(*rows(2))):
        messages = sent_by(response(items))
        assert (b"content-type", media_type) in messages[0]["headers"]
        assert octets == b"".join(bodies(messages))


def test_an_item_is_narrowed() -> None:
    """As JSON content is: nothing undeclared is sent."""
    assert b'{"id":1,"weight":0.5}\n' == b"".join(bodies(sent_by(ROWS([Secret(1)]))))


@settings(max_examples=examples(30))
@given(st.lists(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists)))
def test_lines_are_read_back(items: list[Any]) -> None:
    """Each with `json.loads`, whatever is in its text."""
    sent = b"".join(bodies(sent_by(ANY(items))))
    assert items == [json.loads(line) for line in sent.split(b"\n")[:-1]]


def test_white_space_of_json_that_is_sent_as_it_is_ends_no_line() -> None:
    """A line feed in it is a space."""
    response = respond(200).json_lines(msgspec.Raw).compile()
    assert b'{  "a": 1 }\n' == b"".join(bodies(sent_by(response([msgspec.Raw(b'{\n\r"a": 1\n}')])))).replace(
        b"   ", b"  "
    )


@pytest.mark.parametrize("wrong", [Failure("x"), {"id": 1}, Row(1, float("nan"))])
def test_an_item_that_cannot_be_sent_comes_after_those_before_it(wrong: Any, caplog: pytest.LogCaptureFixture) -> None:
    """As the first one it is an ordinary error; later it ends the response, which the log says once."""
    with pytest.raises(ParamError):
        sent_by(ROWS([wrong]))
    assert not caplog.records

    arrived: list[Any] = []

    async def send(message: Any) -> None:
        arrived.append(message)

    async def exchange() -> None:
        await ROWS([*rows(5), wrong])({"type": "http", "method": "GET"}, never, send)

    with pytest.raises(ParamError):
        asyncio.run(exchange())
    assert 5 == b"".join(bodies(arrived)).count(b"\n")
    assert all(message.get("more_body", True) for message in arrived)
    [record] = caplog.records
    assert ("antiphon", "ERROR") == (record.name, record.levelname)


def test_a_last_item_tells_of_an_error(caplog: pytest.LogCaptureFixture) -> None:
    """Where it is declared, the response ends as it should, and the log has the error."""
    messages = sent_by(TOLD(in_time(*rows(2), KeyError("secret"))))
    assert b'{"error":"KeyError"}\n' == bodies(messages)[-1]
    assert messages[-1]["more_body"] is False
    [record] = caplog.records
    assert record.exc_info is not None


def test_an_error_before_the_first_item_has_no_last_item() -> None:
    """It is the service's own."""
    with pytest.raises(KeyError):
        sent_by(TOLD(in_time(KeyError("x"))))


def untold(_error: Exception) -> None:
    """Nothing."""


def test_an_error_item_without_a_type_is_refused() -> None:
    """At the step."""
    for function in (untold, lambda _error: Row(1)):
        with pytest.raises(SpecError, match="does not say what it returns"):
            respond(200).json_lines(Row, on_error=function)


def test_items_are_put_together_by_size() -> None:
    """The first at once, the others to batches of so many octets."""
    response = respond(200).json_lines(int, flush_octets=10, flush_after=10).compile()
    assert [b"0\n", b"1\n2\n3\n4\n5\n", b"6\n7\n8\n9\n"] == bodies(sent_by(response(in_time(*range(10)))))


def test_an_item_waits_no_longer_than_declared() -> None:
    """While the next one is awaited."""
    response = respond(200).json_lines(int, flush_after=0.02).compile()
    arrived: list[tuple[float, bytes]] = []

    async def slow() -> AsyncIterator[int]:
        yield 0
        yield 1
        await asyncio.sleep(0.1)
        yield 2

    async def send(message: Any) -> None:
        arrived.append((asyncio.get_running_loop().time(), message.get("body", b"")))

    async def receive() -> Any:
        await asyncio.sleep(60)

    clock.run(response(slow())({"type": "http", "method": "GET"}, receive, send))
    assert [b"", b"0\n", b"1\n", b"2\n", b""] == [body for _, body in arrived]
    assert [0, 0, 0.02, 0.1, 0.1] == pytest.approx([moment for moment, _ in arrived])


@pytest.mark.parametrize("leaves", [{"leaves_after": 0.02}, {"cancelled_after": 0.02}])
def test_a_generator_that_waits_has_ended_when_the_client_left(leaves: dict[str, Any]) -> None:
    """Its clean-up included."""
    ended: list[str] = []

    async def pieces() -> AsyncIterator[Row]:
        try:
            yield Row(1)
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.001)
            ended.append("async")

    clock.run(exchanged(ROWS(pieces()), **leaves))
    assert ["async"] == ended


def test_what_a_reply_declares_is_sent() -> None:
    """As the step's response."""

    class Rows(JSONLinesReply[Row], framing="ndjson", on_error=failed, cache_control="no-store"):
        """Rows."""

    def blocking() -> Iterator[Row]:
        yield Row(1)
        raise KeyError("x")

    messages = sent_by(Rows(blocking()))
    assert {(b"content-type", b"application/x-ndjson"), (b"cache-control", b"no-store")} <= {*messages[0]["headers"]}
    assert b'{"id":1,"weight":0.5}\n{"error":"KeyError"}\n' == b"".join(bodies(messages))


POLICY: Literal["null"] = "null"


def test_nan_is_null_where_that_is_declared() -> None:
    """As in JSON content."""
    response = respond(200).json_lines(Row, nan=POLICY).compile()
    assert b'{"id":1,"weight":null}\n' == b"".join(bodies(sent_by(response([Row(1, float("inf"))]))))


@pytest.mark.parametrize("pause", [0.0, 0.001])
@pytest.mark.parametrize("seconds", [0.0, 0.0005, 0.002])
def test_no_line_is_lost_however_the_timer_falls(seconds: float, pause: float) -> None:
    """Batches that are full, late or both, to a client that reads slowly."""
    response = respond(200).json_lines(int, flush_octets=40, flush_after=seconds).compile()

    async def numbers() -> AsyncIterator[int]:
        for number in range(2000):
            if number % 7 == 0:
                await asyncio.sleep(0)
            yield number

    sent = b"".join(bodies(asyncio.run(exchanged(response(numbers()), pause=pause))))
    assert list(range(2000)) == [int(line) for line in sent.splitlines()]
