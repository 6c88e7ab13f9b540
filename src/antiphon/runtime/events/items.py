"""The items of a stream as octets: each as the event that is declared for its class.

HOT. Called for each item.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from antiphon.errors import ParamError
from antiphon.runtime.content.json import content_of
from antiphon.runtime.content.not_content import is_response, response_given
from antiphon.runtime.content.options import AS_DECLARED, JSONOptions
from antiphon.runtime.content.text import UTF_8
from antiphon.runtime.content.unknown import NaN
from antiphon.runtime.content.validation import Validate
from antiphon.runtime.content_encoder import content_encoder
from antiphon.runtime.events.declared import DeclaredEvent
from antiphon.runtime.events.event import Comment, Event
from antiphon.runtime.events.framing import END, data_lines, event_line

#: An octet is searched for as a number in a fifth of the time that `find` takes.
_LF, _CR = b"\n\r"
#: From an item to its block: the lines of its fields and the empty line after them.
Block = Callable[[Any], bytes]


def item_encoder(
    events: Sequence[DeclaredEvent],
    *,
    nan: NaN = "error",
    validate: Validate = "never",
    options: JSONOptions = AS_DECLARED,
) -> Block:
    """A function from an item to its block in the stream.

    It raises ParamError for an item of another type than is declared, and for data that cannot be encoded. Raises
    ValueError for the name of an event that no line can carry, and TypeError where `validate` asks for what cannot be
    checked.
    """
    blocks: dict[type, Block] = {Comment: _comment}
    of_data: Block | None = None
    for declared in events:
        content = UTF_8 if declared.as_text else content_of(declared.data, nan=nan, validate=validate, options=options)
        encode = content_encoder(content)
        if declared.event is None:
            of_data = _data_block(encode)
        else:
            blocks[declared.event] = _event_block(encode, event_line(declared.name))

    def other(item: Any) -> Block:
        """The block of an item whose class is not exactly a declared one."""
        for class_ in type(item).__mro__:
            found = blocks.get(class_)
            if found is not None and getattr(class_, "event_name", None) == getattr(item, "event_name", None):
                return found
        if of_data is None or isinstance(item, Event | Comment):
            raise _undeclared(item, events)
        return of_data

    def encode_item(item: Any) -> bytes:
        block = blocks.get(type(item))
        if block is None:
            block = blocks[type(item)] = other(item)
        return block(item)

    return encode_item


def _event_block(encode: Callable[[Any], bytes], name_line: bytes) -> Block:
    head = name_line + b"data: "

    def block(item: Any) -> bytes:
        octets = encode(item._data)
        if _LF in octets or _CR in octets:
            return b"".join((item._fields, name_line, data_lines(octets), END))
        return b"".join((item._fields, head, octets, b"\n\n"))

    return block


def _data_block(encode: Callable[[Any], bytes]) -> Block:
    def block(item: Any) -> bytes:
        octets = encode(item)
        if _LF in octets or _CR in octets:
            return data_lines(octets) + END
        return b"data: %b\n\n" % octets

    return block


def _comment(item: Any) -> bytes:
    lines: bytes = item._fields + END
    return lines


def _undeclared(item: Any, events: Sequence[DeclaredEvent]) -> ParamError:
    if is_response(item):
        return response_given(item)
    declared = " | ".join(_shown(event) for event in events)
    kind = "the event " if isinstance(item, Event) else ""
    return ParamError(
        "content",
        f"holds {kind}{type(item).__qualname__}, where {declared} is declared",
        help="give an event that is declared, or declare this one too",
        cite="the response's own declaration",
    )


def _shown(event: DeclaredEvent) -> str:
    data = getattr(event.data, "__qualname__", None) or str(event.data)
    if event.event is None:
        return data
    name: str = event.event.__qualname__
    return name if event.name or event.as_text else f"{name}[{data}]"
