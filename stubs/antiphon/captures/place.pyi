# Written by `nox -s generate` from src; do not edit.
"""Where one field line stands in what was read."""

import dataclasses

from antiphon.diagnostics.call_site import Position

@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """A span of one line of the input, as 1-based line and 0-based columns. `value` is where the field value begins."""

    file: str
    line: int
    text: str
    start: int
    value: int
    end: int

    def position(self, part: str = "") -> Position:
        """The whole line, or one part of it: `value`, or the attribute of a cookie under its own name."""

    def hidden(self) -> str:
        """The line as it may be shown: a cookie's value is covered with asterisks."""
