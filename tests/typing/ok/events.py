"""Streams of events that type checkers must accept, and the types that they must infer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from typing import Any, Generic, Literal, TypeVar, assert_type

import msgspec
import pydantic

from antiphon import Comment, Event, EventReply, Params, Problem, TextEvent, header, last_event_id, respond
from antiphon.responses import EventSourceResponse, StreamingResponse
from antiphon.runtime.events.event import EventStream

T = TypeVar("T", bound=Event[Any])


class Price(msgspec.Struct):
    value: float


class Order(pydantic.BaseModel):
    id: int


class Tick(Event[Price], name="tick"): ...


class Ordered(Event[Order], name="ordered"): ...


class Failed(Event[Problem], name="failed"): ...


class Line(TextEvent, name="line"): ...


def plain(value: object) -> object:
    return str(value)


class Late(Tick):
    """A subclass that adds no name is sent as its base."""


class Traced(Params):
    trace: str = header("X-Trace")


class Feed(EventReply[Tick | Ordered | Failed], error=Failed(Problem()), retry=timedelta(seconds=5)): ...


class Quiet(EventReply[Tick], ping=False, retry=500, nan="null", validate="debug", cache_control="no-cache"):
    trace: str = header("X-Trace")


class Slim(EventReply[Tick], exclude_none=True, by_alias=False, key_order="sorted", encode=plain): ...


class Base(EventReply[T], Generic[T], ping=timedelta(minutes=1)): ...


class Own(Base[Tick]): ...


async def ticks() -> AsyncIterator[Tick]:
    yield Tick(Price(1.5), id="1", retry=250)
    yield Late(Price(1.5), comment="late", retry=timedelta(seconds=1))


async def mixed() -> AsyncIterator[Tick | Ordered | Failed | Comment]:
    yield Comment("hello", id="0")
    yield Ordered(Order(id=1))
    yield Failed(Problem(title="over"))


def in_thread() -> Iterator[Tick | Comment]:
    yield Comment()
    yield Tick(Price(1.5))


async def feed() -> Feed | Quiet | Own:
    if last_event_id({"headers": []}) is None:
        return Feed(mixed())
    return Own(ticks())


Feed(ticks())
Feed(in_thread())
Feed([Tick(Price(1.5)), Comment()])
Quiet(ticks(), trace="t")

compiled = respond(200).events(Tick | Ordered).compile()
assert_type(compiled(ticks()), StreamingResponse[Literal[200], EventStream[Tick | Ordered]])
compiled((Tick(Price(1.5)), Ordered(Order(id=1))))
traced = respond(200).cache_control(no_cache=True).events(Tick).params(Traced).compile()
traced(ticks(), trace="t")
bare = respond(200).events(Price).compile()
bare([Price(1.5), Comment("x")])
unnamed = respond(200).events(Event[Price] | Price).compile()
unnamed([Event(Price(1.5), id="1"), Price(2.5)])
lines = respond(200).events(Line, ping=False, error=Line("over")).compile()
lines(Line(text) for text in ("a", "b"))
respond(200).events(list[Price] | None)
respond(200).events(Tick, ping=timedelta(seconds=30), retry=100, nan="null", validate="always", exclude_unset=True)


async def sent(scope: dict[str, Any], receive: Any, send: Any) -> None:
    await compiled.send(scope, receive, send, ticks())


def narrowed(event: Tick | Ordered | Failed) -> float:
    """A union of events is told apart by its classes."""
    if isinstance(event, Tick):
        assert_type(event.data, Price)
        return event.data.value
    if isinstance(event, Ordered):
        assert_type(event.data, Order)
        return float(event.data.id)
    assert_type(event.data, Problem)
    return 0.0


def matched(event: Tick | Ordered) -> float:
    """`match` tells events apart and takes their data."""
    match event:
        case Tick(price):
            assert_type(price, Price)
            return price.value
        case Ordered(data=order):
            assert_type(order, Order)
            return float(order.id)


EventSourceResponse([Tick(Price(1.5)), "data: x\n\n", {"data": "x", "id": "1"}], ping=15)
EventSourceResponse(ticks(), 200, {"Cache-Control": "no-cache"})
assert_type(Line("text").data, str)
assert_type(Event(Price(1.5)), Event[Price])
assert_type(last_event_id({"headers": []}), str | None)
assert_type(last_event_id({"headers": []}, int), int | None)
