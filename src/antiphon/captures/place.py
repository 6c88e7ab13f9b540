"""Where one field line stands in what was read."""

from __future__ import annotations

import dataclasses
import re

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
        start, end = self.start, self.end
        if part == "value":
            start = self.value
        elif part:
            found = re.compile(rf";\s*({re.escape(part)}\s*(?:=[^;]*)?)(?:;|$)", re.IGNORECASE)
            if match := found.search(self.text, self.value, end):
                start, end = match.start(1), match.end(1)
        return Position(self.file, self.line, start + 1, self.line, max(end, start + 1) + 1)

    def hidden(self) -> str:
        """The line as it may be shown: a cookie's value is covered with asterisks."""
        pair_end = self.text.find(";", self.value, self.end)
        pair_end = self.end if pair_end < 0 else pair_end
        first = self.text.find("=", self.value, pair_end) + 1 or self.value
        return self.text[:first] + "*" * (pair_end - first) + self.text[pair_end:]
