"""The items of an event stream: events, each a class of its own, and comments.

HOT. An event is made for each that is sent.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterable, Iterable
from datetime import timedelta
from types import FrameType
from typing import ClassVar, Generic, TypeAlias, TypeVar

from antiphon.runtime.events.framing import comment_line, id_line, name_fault, retry_line

D_co = TypeVar("D_co", covariant=True)
E = TypeVar("E")


class _Item:
    """The fields that events and comments may have."""

    _fields: bytes = b""
    """The lines of these fields; made with the item, so that a wrong one is refused where it is given."""
    _id: str | None = None
    _retry: int | None = None
    _comment: str | None = None

    def _give(self, id: str | None, retry: int | timedelta | None, comment: str | None) -> None:
        """Keep what is given. None is an attribute of the class."""
        if comment is not None:
            self._comment = comment
            self._fields = comment_line(comment)
        if id is not None:
            self._id = id
            self._fields += id_line(id)
        if retry is not None:
            line = retry_line(retry)
            self._retry = int(line[7:])
            self._fields += line

    @property
    def id(self) -> str | None:
        """The event id, which a client sends as Last-Event-ID when it connects again."""
        return self._id

    @property
    def retry(self) -> int | None:
        """The milliseconds that a client waits before it connects again."""
        return self._retry

    @property
    def comment(self) -> str | None:
        """A text that clients skip."""
        return self._comment

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # the data of an event may be a list


class Event(_Item, Generic[D_co]):
    """A server-sent event whose data is sent as JSON: `class Tick(Event[TickData], name="tick")`.

    `Event[TickData]` itself, and a class without a name, are events that clients know as `message`.

    `id` is sent back by clients as Last-Event-ID when they connect again: any text without NUL, CR and LF. `retry` is
    how long they wait before: a timedelta, or milliseconds. `comment` is skipped by them. Raises ParamError for values
    that an event stream cannot carry (HTML section 9.2), and SpecError, at the class statement, for a name that it
    cannot carry.
    """

    event_name: ClassVar[str | None] = None
    """The name that clients listen for; None for events that they know as `message`."""
    __match_args__ = ("data",)
    _as_text: ClassVar[bool] = False
    _data: D_co

    def __init_subclass__(cls, *, name: str | None = None) -> None:
        super().__init_subclass__()
        if name is None:
            return
        fault = name_fault(name)
        if fault is None and cls.event_name is not None:
            fault = f"is a second name, for {cls.event_name!r} is the name of the class that this one derives from"
        if fault is not None:
            raise _wrong_name(fault, sys._getframe(1))
        cls.event_name = name

    def __init__(
        self,
        data: D_co,
        *,
        id: str | None = None,
        retry: int | timedelta | None = None,
        comment: str | None = None,
    ) -> None:
        self._data = data
        if retry is not None or comment is not None:
            self._give(id, retry, comment)
        elif id is not None:
            self._id, self._fields = id, id_line(id)

    @property
    def data(self) -> D_co:
        """The data, as it was given."""
        return self._data

    def __repr__(self) -> str:
        """The name and the id alone: data is not for logs."""
        shown = "" if self.id is None else f" id={self.id!r}"
        return f"<{type(self).__name__}{shown}>"


class TextEvent(Event[str]):
    """A server-sent event whose data is text, sent as it is: `class Line(TextEvent, name="line")`.

    Each CR, LF or CRLF in the text reaches clients as LF, for an event stream knows lines alone.
    """

    _as_text: ClassVar[bool] = True


class Comment(_Item):
    """An item that clients skip: any stream of events may have it among its items.

    It is a line of text for whoever watches the wire, and shows proxies that the stream is alive; as the first item it
    opens the stream. An `id` is remembered by clients as that of an event is, without an event; `retry` is how long
    they wait before they connect again.
    """

    def __init__(self, text: str = "", *, id: str | None = None, retry: int | timedelta | None = None) -> None:
        self._give(id, retry, text)

    def __repr__(self) -> str:
        return f"<Comment {self.comment!r}>"


def _wrong_name(fault: str, frame: FrameType) -> Exception:
    """The error of a class statement."""
    from antiphon.diagnostics.call_site import CallSite  # a process that only serves has no need of it
    from antiphon.diagnostics.refusals import EVENT_NAME
    from antiphon.errors import SpecError

    position = CallSite.of(frame).position()
    return SpecError([EVENT_NAME.found(f"the name of an event {fault}", position=position)])


#: The content of a stream of events: an iterable of what is declared, with comments anywhere.
EventStream: TypeAlias = AsyncIterable[E | Comment] | Iterable[E | Comment]
