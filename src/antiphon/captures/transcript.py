"""The content of one input: its responses, and what is to be told of how it was read."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import NamedTuple

from antiphon.captures.exchange import Exchange


@dataclasses.dataclass(frozen=True, slots=True)
class Note:
    """A part of an input that was left out or read differently: a sentence, the first line, how often."""

    what: str
    line: int
    count: int = 1


class Transcript(NamedTuple):
    """The content of one input. `shown` maps line numbers to the lines that may be shown, without values of cookies.

    `skipped` counts requests and entries without a response.
    """

    exchanges: tuple[Exchange, ...]
    shown: Mapping[int, str]
    skipped: int = 0
    notes: tuple[Note, ...] = ()
