# Written by `nox -s generate` from src; do not edit.
"""Where in the user's own code a declaration stands.

A code object and the offset of the calling instruction are remembered at each step (a third of a microsecond);
line and columns are worked out only when there is a finding.
"""

import dataclasses
from types import CodeType

@dataclasses.dataclass(frozen=True, slots=True)
class Position:
    """A place in a source file: 1-based line and columns, counted in characters; `end_column` is exclusive."""

    file: str
    line: int
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str: ...

@dataclasses.dataclass(frozen=True, slots=True)
class Origin:
    """A call site, kept as cheaply as the interpreter allows."""

    code: CodeType
    instruction: int
    line: int

    def position(self) -> Position:
        """The call as file, line and columns: one step of a chain, from its dot to its closing parenthesis.

        A class statement is marked from `class` to its name. Where the interpreter keeps no columns (`-X
        no_debug_ranges`) the line is all there is.
        """

def caller(depth: int = 1) -> Origin:
    """The call site `depth` frames above the function that asks."""
