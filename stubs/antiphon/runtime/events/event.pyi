# Written by `nox -s generate` from src; do not edit.
"""The items of an event stream: events, each a class of its own, and comments.

HOT. An event is made for each that is sent.
"""

from collections.abc import AsyncIterable, Iterable
from datetime import timedelta
from typing import ClassVar, Generic, TypeAlias, TypeVar

D_co = TypeVar("D_co", covariant=True)
E = TypeVar("E")

class _Item:
    """The fields that events and comments may have."""

    @property
    def id(self) -> str | None:
        """The event id, which a client sends as Last-Event-ID when it connects again."""

    @property
    def retry(self) -> int | None:
        """The milliseconds that a client waits before it connects again."""

    @property
    def comment(self) -> str | None:
        """A text that clients skip."""

    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # the data of an event may be a list

class Event(_Item, Generic[D_co]):
    """A server-sent event whose data is sent as JSON: `class Tick(Event[TickData], name="tick")`.

    `Event[TickData]` itself, and a class without a name, are events that clients know as `message`.

    `id` is sent back by clients as Last-Event-ID when they connect again: any text without NUL, CR and LF. `retry` is
    how long they wait before: a timedelta, or milliseconds. `comment` is skipped by them. Raises ParamError for values
    that an event stream cannot carry (HTML section 9.2), and SpecError, at the class statement, for a name that it
    cannot carry.
    """

    event_name: ClassVar[str | None]
    """The name that clients listen for; None for events that they know as `message`."""
    __match_args__ = ("data",)

    def __init_subclass__(cls, *, name: str | None = None) -> None: ...
    def __init__(
        self, data: D_co, *, id: str | None = None, retry: int | timedelta | None = None, comment: str | None = None
    ) -> None: ...
    @property
    def data(self) -> D_co:
        """The data, as it was given."""

    def __repr__(self) -> str:
        """The name and the id alone: data is not for logs."""

class TextEvent(Event[str]):
    """A server-sent event whose data is text, sent as it is: `class Line(TextEvent, name="line")`.

    Each CR, LF or CRLF in the text reaches clients as LF, for an event stream knows lines alone.
    """

class Comment(_Item):
    """An item that clients skip: any stream of events may have it among its items.

    It is a line of text for whoever watches the wire, and shows proxies that the stream is alive; as the first item it
    opens the stream. An `id` is remembered by clients as that of an event is, without an event; `retry` is how long
    they wait before they connect again.
    """

    def __init__(self, text: str = "", *, id: str | None = None, retry: int | timedelta | None = None) -> None: ...
    def __repr__(self) -> str: ...

EventStream: TypeAlias = AsyncIterable[E | Comment] | Iterable[E | Comment]
