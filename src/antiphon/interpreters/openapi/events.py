"""The items of an event stream, as clients read them (HTML section 9.2.6, OpenAPI 3.2 section 4.14)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from antiphon.runtime.events.declared import DeclaredEvent, declared_events

Schema = dict[str, Any]


class Items(NamedTuple):
    """The types of data that are JSON, and the function from their schemas to that of an item."""

    types: tuple[Any, ...]
    make: Callable[..., Schema]


def items_of(type_: Any) -> Items:
    """The items of a stream that is declared to carry this type."""
    events = declared_events(type_)
    return Items(tuple(one.data for one in events if not one.as_text), lambda *schemas: _item(events, schemas))


def _item(events: Sequence[DeclaredEvent], schemas: Sequence[Schema]) -> Schema:
    """One of the events; their names tell them apart where each has one."""
    left = list(schemas)
    each = [_event(one, None if one.as_text else left.pop(0)) for one in events]
    if len(each) == 1:
        return each[0]
    return {"oneOf" if all(one.name for one in events) else "anyOf": each}


def _event(event: DeclaredEvent, data: Schema | None) -> Schema:
    """An event with its name, its data, and what any event may have besides."""
    named: Schema = {} if event.name is None else {"event": {"type": "string", "const": event.name}}
    as_json = {} if data is None else {"contentMediaType": "application/json", "contentSchema": data}
    members = {
        **named,
        "data": {"type": "string", **as_json},
        "id": {"type": "string"},
        "retry": {"type": "integer", "minimum": 0},
    }
    return {"type": "object", "properties": members, "required": [*named, "data"]}
