"""One response as it was seen."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Literal, TypeAlias

from antiphon.captures.place import Place
from antiphon.diagnostics.call_site import Position

#: What an input does not show of a response, although it looks as if it did; captures/unseen.py says what follows.
Unseen: TypeAlias = Literal["fields", "length", "lines", "location", "octets", "own fields of a 304"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A response and what is known of its request. Nothing is judged here; text has one character for each octet.

    `body` is the content as it was sent, b"" where there was none, and None where it is not known. `places` has a
    place for each of the `lines`, or is empty. `interim` says that another response followed this one. `unseen` names
    what must not be held against the response, since the input does not show it.
    """

    status: int
    lines: tuple[tuple[str, str], ...]
    body: bytes | None = None
    method: str | None = None
    url: str | None = None
    places: tuple[Place, ...] = ()
    at: Position | None = None
    interim: bool = False
    unseen: frozenset[Unseen] = frozenset()


@dataclasses.dataclass(frozen=True, slots=True)
class Note:
    """What was left out of an input, or read otherwise than it stands there: a sentence, the first line, how often."""

    what: str
    line: int
    count: int = 1


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What one input holds. `shown` are the lines that may be shown, by their numbers, without the values of cookies.

    `skipped` counts requests and entries that no response stands beside.
    """

    exchanges: tuple[Exchange, ...]
    shown: Mapping[int, str]
    skipped: int = 0
    notes: tuple[Note, ...] = ()
