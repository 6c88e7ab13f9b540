"""Where in the user's own code a declaration stands.

A code object and the offset of the calling instruction are remembered at each step (a third of a microsecond);
line and columns are worked out only when a finding is printed.
"""

from __future__ import annotations

import dataclasses
import sys
from itertools import islice
from types import CodeType


@dataclasses.dataclass(frozen=True, slots=True)
class Position:
    """A place in a source file: 1-based line and columns, `end_column` exclusive."""

    file: str
    line: int
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclasses.dataclass(frozen=True, slots=True)
class Origin:
    """A call site, kept as cheaply as the interpreter allows."""

    code: CodeType
    instruction: int
    line: int

    def position(self) -> Position:
        """The call site as file, line and columns; the columns are those of the called name and its arguments."""
        spans = islice(self.code.co_positions(), self.instruction // 2, None)
        line, end_line, column, end_column = next(spans, (None, None, None, None))
        if line is None or column is None:
            return Position(self.code.co_filename, self.line)
        return Position(
            self.code.co_filename, line, column + 1, end_line, None if end_column is None else end_column + 1
        )


def caller(depth: int = 1) -> Origin:
    """The call site `depth` frames above the function that asks."""
    frame = sys._getframe(depth + 1)
    return Origin(frame.f_code, frame.f_lasti, frame.f_lineno)
