"""Streams of events as classes.

    class Feed(EventReply[Tick | Closing], retry=timedelta(seconds=5)): ...

    async def handler() -> Feed:
        return Feed(prices())

An instance sends what the iterable gives, as it comes. Everything else is as in `antiphon.reply.kinds`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Never, TypeVar

from antiphon.builder.events import events_body
from antiphon.diagnostics.call_site import CallSite
from antiphon.reply.class_keywords import EventsReply
from antiphon.reply.content_type_said import check_said
from antiphon.reply.declare import content_field
from antiphon.responses import StreamingResponse
from antiphon.runtime.events.event import EventStream
from antiphon.spec.bodies import BodySpec

if TYPE_CHECKING:
    from typing import Generic

    from antiphon.runtime.content.types import JSONContent
    from antiphon.runtime.events.event import Event
else:
    from antiphon.reply.kinds import Generic

Item = TypeVar("Item", bound="JSONContent | Event[Any]")

__all__ = ["EventReply"]


class EventReply(EventsReply, StreamingResponse, Generic[Item]):
    """A stream of server-sent events: `class Feed(EventReply[Tick | Done])`, given an iterable of them.

    The keywords `ping`, `retry`, `error`, `nan`, `validate` and the JSON options are those of the step `events`.
    """

    content: EventStream[Item] = content_field(kw_only=False)
    """The iterable, as it was given."""
    if TYPE_CHECKING:

        def __init__(self, *, declare_a_class: Never) -> None: ...

    else:
        media_type = "text/event-stream"
    _status: ClassVar[int] = 200
    _is_base: ClassVar[bool] = True

    @classmethod
    def _body_spec(cls, model: Any, call_site: CallSite, /) -> BodySpec:
        check_said(cls, model, call_site, content="events are", written="EventReply[Tick | Done]")
        return events_body(model, call_site, validate=cls._validate, **cls._options)
