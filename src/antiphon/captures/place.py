"""The place of one field line in the text that was read."""

from __future__ import annotations

import dataclasses
import re

from antiphon.diagnostics.call_site import Position
from antiphon.http.secrets import covered


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """A span of one line of the input. `line` counts from 1, `column` from 0 in characters.

    `text` is the text of the span; `value` is where the field value begins in it.
    """

    file: str
    line: int
    column: int
    text: str
    value: int = 0

    def position(self, part: str = "") -> Position:
        """The whole line, or one part of it: `value`, or the attribute of a cookie under its own name."""
        start, end = 0, len(self.text)
        if part == "value":
            start = self.value
        elif part:
            found = re.compile(rf";\s*({re.escape(part)}\s*(?:=[^;]*)?)(?:;|$)", re.IGNORECASE)
            if match := found.search(self.text, self.value):
                start, end = match.start(1), match.end(1)
        first = self.column + start + 1
        return Position(self.file, self.line, first, self.line, max(self.column + end + 1, first + 1))

    def hidden(self) -> str:
        """The span as it may be shown: the values of cookies are covered with asterisks."""
        return self.text[: self.value] + covered(self.text[self.value :])
