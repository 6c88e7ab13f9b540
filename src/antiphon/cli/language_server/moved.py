"""Findings of a text, at their places in a later one."""

from __future__ import annotations

import copy
import difflib
from collections.abc import Iterable, Iterator

from lsprotocol import types

#: Where more pairs of lines would be compared, all of them count as changed: the file was written anew.
_MOST_PAIRS = 1_000_000


def moved(found: Iterable[types.Diagnostic], before: list[str], after: list[str]) -> Iterator[types.Diagnostic]:
    """The findings whose lines are there as they were judged, at the lines where they are now.

    A finding in a line that was edited since is left out: what it was about is not there any more. It is back when the
    edit is undone.
    """
    if before == after:
        yield from found
        return
    lines = _lines(before, after)
    for one in found:
        start, end = one.range.start, one.range.end
        there = lines.get(start.line)
        if there is not None and all(
            lines.get(line) == there + line - start.line for line in range(start.line, end.line + 1)
        ):
            span = types.Range(
                types.Position(there, start.character), types.Position(there + end.line - start.line, end.character)
            )
            there_now = copy.copy(one)
            there_now.range = span
            yield there_now


def _lines(before: list[str], after: list[str]) -> dict[int, int]:
    """The lines of the earlier text that the later one has, each with its number there."""
    most, start, end = min(len(before), len(after)), 0, 0
    while start < most and before[start] == after[start]:
        start += 1
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    same = {line: line for line in range(start)}
    same |= {len(before) - back: len(after) - back for back in range(1, end + 1)}
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if len(old) * len(new) <= _MOST_PAIRS:
        for block in difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            same |= {start + block.a + line: start + block.b + line for line in range(block.size)}
    return same
