"""Where values stand in a JSON text, which Python's own decoder does not say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(strict=False)


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def items(text: str, at: int) -> Iterator[tuple[str | int, int, int]]:
    """The members of an object, or the elements of an array, that begins at an offset: key, start and end of the value.

    Nothing for a value of another kind. The text is one that `json.loads` has read.
    """
    at = _skip(text, at)
    opening = text[at : at + 1]
    if opening not in ("{", "["):
        return
    at = _skip(text, at + 1)
    number = 0
    while text[at] not in "}]":
        key: str | int = number
        if opening == "{":
            key, at = _DECODER.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)  # behind the colon
        _, end = _DECODER.raw_decode(text, at)
        yield key, at, end
        at = _skip(text, end)
        number += 1
        at = _skip(text, at + 1) if text[at] == "," else at


def find(text: str, at: int, *path: str | int) -> tuple[int, int] | None:
    """Start and end of the value that a path leads to, from the value at an offset; None where it leads nowhere."""
    end = at
    for step in path:
        found = None
        for key, start, stop in items(text, at):
            if key == step and type(key) is type(step):
                found = start, stop  # the last one of a name counts, as for the decoder
        if found is None:
            return None
        at, end = found
    return at, end
