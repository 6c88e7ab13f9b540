"""The lines of a JSON text: their places, and the text of them that may be shown."""

from __future__ import annotations

import bisect
import re

from antiphon.captures.place import Place

#: A longer line, as in a file without line breaks, is not fit to be shown.
_LONGEST = 1000
#: The only text allowed around the one value of a shown line: more text could be that of a cookie.
_BEFORE = re.compile(r'[\s{\[]*(?:"name"\s*:\s*"[^"\\]*"\s*,\s*)?(?:"(?:value|status)"\s*:\s*)?"?')
_BEHIND = re.compile(r'"?\s*[},\]]*(?:\s*"name"\s*:\s*"[^"\\]*"\s*)?[\s},\]]*')


class SourceLines:
    """A text by lines. `shown` holds those that may be shown."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.shown: dict[int, str] = {}
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def line(self, at: int) -> int:
        """The number of the line that has the offset."""
        return bisect.bisect_right(self._starts, at)

    def place(self, start: int, end: int) -> Place:
        """A span of one line."""
        number = self.line(start)
        first = self._starts[number - 1]
        return Place(self.file, number, start - first, self.text[start : min(end, self._end(number))])

    def show(self, start: int, end: int, text: str) -> None:
        """Let the line of a span be shown, with a text in place of the span, if there is nothing else on it."""
        number = self.line(start)
        first, stop = self._starts[number - 1], self._end(number)
        if end > stop or stop - first > _LONGEST:
            return
        before, behind = self.text[first:start], self.text[end:stop]
        fit = number not in self.shown and _BEFORE.fullmatch(before) and _BEHIND.fullmatch(behind)
        self.shown[number] = f"{before}{text}{behind}" if fit else ""

    def _end(self, number: int) -> int:
        return self._starts[number] - 1 if number < len(self._starts) else len(self.text)
