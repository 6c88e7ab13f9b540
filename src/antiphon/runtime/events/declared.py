"""A declared type as the events of a stream: `Tick | Done`, `Event[TickData]`, or the type of the data alone."""

from __future__ import annotations

import types
import typing
from typing import Any, NamedTuple, get_args, get_origin

from antiphon.runtime.content.type_parts import bare, given_to, type_arguments
from antiphon.runtime.events.event import Comment, D_co, Event


class DeclaredEvent(NamedTuple):
    """One kind of event of a stream: its name, its data, and the class of its items.

    Items without a class of events are the data itself.
    """

    name: str | None
    data: Any
    as_text: bool
    event: Any


def declared_events(type_: Any) -> tuple[DeclaredEvent, ...]:
    """The kinds of events of a type, in order. Several types of data of one kind are a union."""
    found: dict[Any, DeclaredEvent] = {}
    for member in _members(type_):
        kind = _kind(member)
        if kind is None:
            continue
        same = found.get(kind.event)
        data = kind.data if same is None else typing.Union[same.data, kind.data]
        found[kind.event] = kind._replace(data=data)
    return tuple(found.values())


def _members(declared: Any) -> list[Any]:
    type_ = bare(declared, {})
    if get_origin(type_) in (typing.Union, types.UnionType):
        return [member for part in get_args(type_) for member in _members(part)]
    return [type_]


def _kind(member: Any) -> DeclaredEvent | None:
    class_ = get_origin(member) or member
    if not isinstance(class_, type) or not issubclass(class_, Event):
        return None if class_ is Comment else DeclaredEvent(None, member, as_text=False, event=None)
    known = given_to(class_, get_args(member))
    data = bare(type_arguments(class_, known).get(Event, {}).get(D_co, Any), {})
    return DeclaredEvent(class_.event_name, data, class_._as_text, class_)
