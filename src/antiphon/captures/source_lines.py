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
    """A text by lines. `shown` holds those that may be shown.

    `first` is the line, and the column from 0, at which the text begins in its file, where it is a piece of it: of its
    first and its last line it does not hold all, so those are not shown.
    """

    def __init__(self, text: str, file: str, *, first: tuple[int, int] = (1, 0), is_piece: bool = False) -> None:
        self.text = text
        self.file = file
        self._line, self._column = first
        self._is_piece = is_piece
        self.shown: dict[int, str] = {}
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def line(self, at: int) -> int:
        """The number of the line that has the offset."""
        return bisect.bisect_right(self._starts, at) + self._line - 1

    def place(self, start: int, end: int) -> Place:
        """A span of one line."""
        number = self.line(start)
        first = self._begin(number)
        column = start - first + (self._column if number == self._line else 0)
        return Place(self.file, number, column, self.text[start : min(end, self._end(number))])

    def show(self, start: int, end: int, text: str) -> None:
        """Let the line of a span be shown, with a text in place of the span, if there is nothing else on it."""
        number = self.line(start)
        first, stop = self._begin(number), self._end(number)
        if end > stop or stop - first > _LONGEST:
            return
        before, behind = self.text[first:start], self.text[end:stop]
        is_cut = self._is_piece and number in (self._line, self._line + len(self._starts) - 1)
        fit = not is_cut and number not in self.shown and _BEFORE.fullmatch(before) and _BEHIND.fullmatch(behind)
        self.shown[number] = f"{before}{text}{behind}" if fit else ""

    def _begin(self, number: int) -> int:
        return self._starts[number - self._line]

    def _end(self, number: int) -> int:
        after = number - self._line + 1
        return self._starts[after] - 1 if after < len(self._starts) else len(self.text)
