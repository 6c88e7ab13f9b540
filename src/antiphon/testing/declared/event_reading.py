"""An event stream read back as items of the declared classes, as EventSource reads it (HTML section 9.2.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from antiphon.runtime.content.options import AS_DECLARED
from antiphon.runtime.events.declared import DeclaredEvent, declared_events
from antiphon.testing.declared.difference import NotAsDeclared
from antiphon.testing.declared.json_reading import read_json

_LINE = re.compile(r"\r\n|\r|\n")


class _Block(NamedTuple):
    name: str
    data: str
    id: str | None
    retry: int | None


def read_events(type_: Any, octets: bytes) -> list[Any]:
    """The items, without comments. Raises NotAsDeclared for an event that is not among the declared ones."""
    kinds = {kind.name: kind for kind in declared_events(type_)}
    return [_item(kinds, number, block) for number, block in enumerate(_blocks(octets), 1)]


def _item(kinds: dict[str | None, DeclaredEvent], number: int, block: _Block) -> Any:
    kind = kinds.get(block.name or None)
    if kind is None:
        raise NotAsDeclared(f"event {number} is named {block.name or 'message'!r}, and no such event is declared")
    try:
        data = block.data if kind.as_text else read_json(kind.data, AS_DECLARED, block.data.encode())
    except NotAsDeclared as error:
        raise NotAsDeclared(f"event {number}, {block.name or 'message'}: {error}") from None
    return data if kind.event is None else kind.event(data, id=block.id, retry=block.retry)


def _blocks(octets: bytes) -> Iterator[_Block]:
    """The events that clients dispatch: those with data."""
    name, data, found_id, retry = "", list[str](), None, None
    for line in _LINE.split(octets.decode("utf-8", errors="replace").removeprefix("\ufeff"))[:-1]:
        key, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if not line:
            if data:
                yield _Block(name, "\n".join(data), found_id, retry)
            name, data, found_id, retry = "", [], None, None
        elif key == "event":
            name = value
        elif key == "data":
            data.append(value)
        elif key == "id" and "\0" not in value:
            found_id = value
        elif key == "retry" and value.isascii() and value.isdigit():
            retry = int(value)
