"""The call in the user's own code that declares something.

A code object and the offset of the calling instruction are remembered at each step (a third of a microsecond);
line and columns are worked out only when there is a finding.
"""

from __future__ import annotations

import dataclasses
import linecache
import re
import sys
from collections.abc import Sequence
from itertools import islice
from types import CodeType, FrameType
from typing import NamedTuple, TypeAlias

#: A 0-based line and a 0-based column in characters.
_Point: TypeAlias = tuple[int, int]


@dataclasses.dataclass(frozen=True, slots=True)
class Position:
    """A place in a source file: 1-based line and columns, counted in characters; `end_column` is exclusive."""

    file: str
    line: int
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class CallSite(NamedTuple):
    """A call in the user's code, kept as cheaply as the interpreter allows."""

    code: CodeType
    instruction: int
    line: int
    module: str | None = None
    """The name of the module that the call is in, where it is known."""

    @classmethod
    def of(cls, frame: FrameType) -> CallSite:
        """The call that a frame is in."""
        return cls(frame.f_code, frame.f_lasti, frame.f_lineno, frame.f_globals.get("__name__"))

    def position(self) -> Position:
        """The call as file, line and columns: one step of a chain, from its dot to its closing parenthesis.

        A class statement is marked from `class` to its name. Where the interpreter keeps no columns (`-X
        no_debug_ranges`) the line is all there is.
        """
        file = self.code.co_filename
        spans = islice(self.code.co_positions(), self.instruction // 2, None)
        line, end_line, column, end_column = next(spans, (None, None, None, None))
        if line is None or end_line is None or column is None or end_column is None:
            return Position(file, self.line)
        lines = linecache.getlines(file)
        if end_line > len(lines):
            return Position(file, line, column + 1, end_line, end_column + 1)
        start = (line - 1, _characters(lines[line - 1], column))
        start, end = _step(lines, start, (end_line - 1, _characters(lines[end_line - 1], end_column)))
        return Position(file, start[0] + 1, start[1] + 1, end[0] + 1, end[1] + 1)


def caller() -> CallSite:
    """The call of the function that asks.

    A public function asks in its first line and hands the value down, so that nothing below it counts frames.
    """
    return CallSite.of(sys._getframe(2))


def _characters(line: str, octets: int) -> int:
    """A column as the compiler counts it, in UTF-8 octets, in characters."""
    return octets if line.isascii() else len(line.encode()[:octets].decode(errors="replace"))


def _step(lines: Sequence[str], start: _Point, end: _Point) -> tuple[_Point, _Point]:
    """The last step of a chain of calls, or the head of a class statement; anything else as it is.

    CPython lets a call on one line begin where its chain begins, and any other at the name of the called attribute.
    """
    import ast

    first = lines[start[0]]
    head = re.compile(r"class\s+\w+").match(first, start[1])
    if head is not None:
        return start, (start[0], head.end())
    text = [line.rstrip("\r\n") for line in lines[start[0] : end[0] + 1]]
    text[-1] = text[-1][: end[1]]
    text[0] = text[0][start[1] :]
    try:
        call = ast.parse("\n".join(["(", *text, ")"]), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return start, end  # the file has changed since it was imported
    step = call.func if isinstance(call, ast.Call) else call
    if isinstance(step, ast.Attribute):
        before = step.value
        while isinstance(before, ast.Attribute):
            before = before.value
        if not isinstance(before, ast.Call):
            return start, end
        row, column = (step.end_lineno or 0) - 2, step.end_col_offset or 0
        name = _characters(text[row], column) - len(step.attr)
        start = (start[0] + row, name if row else start[1] + name)
    before_name = lines[start[0]][: start[1]].rstrip()
    return ((start[0], len(before_name) - 1) if before_name.endswith(".") else start), end
