"""The offsets of values in a JSON text, which Python's own decoder does not give."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(strict=False)


class Item(NamedTuple):
    """A member of an object or an element of an array: its name or number, its value, and the value's offsets."""

    key: str | int
    value: Any
    start: int
    end: int


def skip_blank(text: str, at: int) -> int:
    """The offset behind any whitespace."""
    match = _BLANK.match(text, at)
    return match.end() if match else at


def decoded(text: str, at: int = 0) -> tuple[Any, int]:
    """The value at an offset, and the offset behind it. Raises what `json.loads` raises."""
    return _DECODER.raw_decode(text, skip_blank(text, at))


def items(text: str, at: int) -> Iterator[Item]:
    """The members of an object, or the elements of an array, that begins at an offset.

    Nothing for a value of another kind. The text is one that has been decoded.
    """
    at = skip_blank(text, at)
    opening = text[at : at + 1]
    if opening not in ("{", "["):
        return
    at = skip_blank(text, at + 1)
    number = 0
    while text[at] not in "}]":
        key: str | int = number
        if opening == "{":
            key, at = _DECODER.raw_decode(text, at)
            at = skip_blank(text, skip_blank(text, at) + 1)  # behind the colon
        value, end = _DECODER.raw_decode(text, at)
        yield Item(key, value, at, end)
        at = skip_blank(text, end)
        number += 1
        at = skip_blank(text, at + 1) if text[at] == "," else at


def members(text: str, at: int) -> dict[str | int, Item]:
    """The members of a value by their names; the last one of a name counts, as for the decoder."""
    return {item.key: item for item in items(text, at)}
