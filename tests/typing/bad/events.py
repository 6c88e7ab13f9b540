"""Each line with an E mark must be an error in every checker, and no other line may be."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from datetime import timedelta

import msgspec

from antiphon import Comment, Event, EventReply, Problem, TextEvent, last_event_id, respond
from antiphon.responses import EventSourceResponse


class Price(msgspec.Struct):
    value: float


class Tick(Event[Price], name="tick"): ...


class Failed(Event[Problem], name="failed"): ...


class Line(TextEvent, name="line"): ...


class Misspelt(Event[Price], nmae="tick"): ...  # E: no such keyword


class Feed(EventReply[Tick | Line]): ...


class Short(EventReply[Tick], ping=15): ...  # E: a ping is a timedelta


class Wide(EventReply[Tick], error="over"): ...  # E: the last event is an event


class Created(EventReply[Tick], status=201): ...  # E: a stream of events is a 200


class Slim(EventReply[Tick], exclude_nones=True): ...  # E: misspelt


class Sorted(EventReply[Tick], key_order="random"): ...  # E: declared or sorted


class Slow(EventReply[Tick], pings=timedelta(seconds=1)): ...  # E: misspelt


async def ticks() -> AsyncIterator[Tick]:
    yield Tick(Price(1.5))


async def failures() -> AsyncIterator[Failed]:
    yield Failed(Problem())


async def prices() -> AsyncIterator[Price]:
    yield Price(1.5)


async def declared() -> AsyncIterator[Tick | Line]:
    yield Failed(Problem())  # E: an event that is not declared
    yield Price(1.5)  # E: data without its event


# events
Tick(1.5)  # E: data of another type
Tick(Price(1.5), id=7)  # E: an id is text
Tick(Price(1.5), retry="5")  # E: a time or milliseconds
Tick(Price(1.5), event="tock")  # E: the name is the class's
Tick(Price(1.5), "7")  # E: the id is a keyword
Tick()  # E: data is missing
Line(Price(1.5))  # E: text is str
Comment(3)  # E: a comment is text
Tick(Price(1.5)).id = "7"  # E: an event is a value

# classes
Feed(failures())  # E: an event that is not declared
Feed(prices())  # E: data without its event
Feed([Tick(Price(1.5)), Failed(Problem())])  # E: an event that is not declared
Feed(ticks)  # E: a generator function, not what it returns
Feed(Tick(Price(1.5)))  # E: one event is no iterable
Feed()  # E: the events are missing
Feed(None)  # E: the events are missing

# the builder
feed = respond(200).events(Tick | Line).compile()
feed(ticks())
feed(failures())  # E: an event that is not declared
feed(prices())  # E: data without its event
feed(ticks)  # E: a generator function, not what it returns
feed(iter([Failed(Problem())]))  # E: an event that is not declared
feed(None)  # E: the events are missing
feed()  # E: the events are missing
respond(201).events(Tick)  # E: a stream of events is a 200
respond(204).events(Tick)  # E: no body step
respond(200).events(socket.socket)  # E: data without a JSON form
respond(200).events({"tick": Price})  # E: a class for each event, and their union
respond(200).events(Tick, ping=15)  # E: a ping is a timedelta
respond(200).events(Tick, error="over")  # E: the last event is an event
respond(200).events(Tick, retry="5")  # E: a time or milliseconds
respond(200).events(Tick, nan="zero")  # E: an error or null
respond(200).events(Tick, exclude_none="yes")  # E: a bool
respond(200).events(Tick, exclude_default=True)  # E: misspelt
respond(200).events(Tick, encode=3)  # E: a function
respond(200).events(Tick).json(Price).compile()(ticks())  # E: the content is a Price
EventSourceResponse(3)  # E: an iterable of events
EventSourceResponse([], ping="15")  # E: seconds
EventSourceResponse([], pings=15)  # E: misspelt
last_event_id("41")  # E: a request or its scope
last_event_id({"headers": []}, 3)  # E: a function of text


def going_on(seen: int) -> None:
    """A reader of ids."""


going_on(last_event_id({"headers": []}))  # E: text, or None
