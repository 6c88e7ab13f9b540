# Written by `nox -s generate` from src; do not edit.
"""Streams of events as classes.

    class Feed(EventReply[Tick | Closing], retry=timedelta(seconds=5)): ...

    async def handler() -> Feed:
        return Feed(prices())

An instance sends what the iterable gives, as it comes. Everything else is as in `antiphon.reply.kinds`.
"""

from typing import Any, Generic, Never, TypeVar

from antiphon.reply.class_keywords import EventsReply
from antiphon.reply.declare import content_field
from antiphon.responses import StreamingResponse
from antiphon.runtime.content.types import JSONContent
from antiphon.runtime.events.event import Event, EventStream

Item = TypeVar("Item", bound="JSONContent | Event[Any]")
__all__ = ["EventReply"]

class EventReply(EventsReply, StreamingResponse, Generic[Item]):
    """A stream of server-sent events: `class Feed(EventReply[Tick | Done])`, given an iterable of them.

    The keywords `ping`, `retry`, `error`, `nan`, `validate` and the JSON options are those of the step `events`.
    """

    content: EventStream[Item] = content_field(kw_only=False)
    """The iterable, as it was given."""

    def __init__(self, *, declare_a_class: Never) -> None: ...
