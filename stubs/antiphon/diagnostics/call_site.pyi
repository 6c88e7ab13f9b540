# Written by `nox -s generate` from src; do not edit.
"""The call in the user's own code that declares something.

A code object and the offset of the calling instruction are remembered at each step (a third of a microsecond);
line and columns are worked out only when there is a finding.
"""

import dataclasses
from types import CodeType, FrameType
from typing import NamedTuple

@dataclasses.dataclass(frozen=True, slots=True)
class Position:
    """A place in a source file: 1-based line and columns, counted in characters; `end_column` is exclusive."""

    file: str
    line: int
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str: ...

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

    def position(self) -> Position:
        """The call as file, line and columns: one step of a chain, from its dot to its closing parenthesis.

        A class statement is marked from `class` to its name. Where the interpreter keeps no columns (`-X
        no_debug_ranges`) the line is all there is.
        """

def caller() -> CallSite:
    """The call of the function that asks.

    A public function asks in its first line and hands the value down, so that nothing below it counts frames.
    """
