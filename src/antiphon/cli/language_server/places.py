"""Lines and columns as an editor counts them, in the encoding of positions that it was promised."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

from lsprotocol import types

from antiphon.diagnostics.call_site import Position

#: The ends of lines for an editor and for Python. A form feed and U+2028 are none, though `str.splitlines` says so.
_END = re.compile(r"\r\n|\r|\n")


@dataclasses.dataclass(frozen=True, slots=True)
class Columns:
    """Columns in units of an encoding: `utf-8`, `utf-16` (unless the editor prefers another one) or `utf-32`."""

    encoding: str = "utf-16"

    def units(self, text: str) -> int:
        """The length of a text: of a character outside the Basic Multilingual Plane 4, 2 or 1."""
        if text.isascii() or self.encoding == "utf-32":
            return len(text)
        if self.encoding == "utf-8":
            return len(text.encode(errors="surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2

    def characters(self, line: str, units: int) -> int:
        """The number of characters that so many units of a line hold; one that begins among them is not counted."""
        if line.isascii() or self.encoding == "utf-32":
            return min(units, len(line))
        if self.encoding == "utf-8":
            octets = line.encode(errors="surrogatepass")[:units]
            return len(octets.decode(errors="ignore"))
        octets = line.encode("utf-16-le", "surrogatepass")[: 2 * units]
        return len(octets.decode("utf-16-le", "ignore"))

    def as_range(self, where: Position, lines: list[str]) -> types.Range:
        """A place as a range, which counts from 0; without an end the whole line is meant."""
        line, end_line = where.line - 1, (where.end_line or where.line) - 1
        last = lines[end_line] if end_line < len(lines) else ""
        end_column = where.end_column or len(last) + 1
        first = lines[line] if line < len(lines) else ""
        return types.Range(
            start=types.Position(line=line, character=self.units(first[: where.column - 1])),
            end=types.Position(line=end_line, character=self.units(last[: end_column - 1])),
        )

    def as_position(self, span: types.Range, lines: list[str]) -> Position:
        """The place that a range means."""
        (line, column), (end_line, end_column) = self._at(span.start, lines), self._at(span.end, lines)
        return Position("", line, column, end_line, end_column)

    def _at(self, where: types.Position, lines: list[str]) -> tuple[int, int]:
        line = lines[where.line] if where.line < len(lines) else ""
        return where.line + 1, self.characters(line, where.character) + 1

    def changed(self, text: str, changes: Iterable[types.TextDocumentContentChangeEvent]) -> str:
        """The text after changes, each of which is of what the one before it has left."""
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                starts = [0, *(end.end() for end in _END.finditer(text))]
                start, end = (self._offset(text, starts, at) for at in (change.range.start, change.range.end))
                text = f"{text[:start]}{change.text}{text[max(start, end) :]}"
            else:
                text = change.text
        return text

    def _offset(self, text: str, starts: list[int], where: types.Position) -> int:
        """The offset of a position; one behind the end of a line or of the text is that end."""
        if where.line >= len(starts):
            return len(text)
        start = starts[where.line]
        end = _END.search(text, start)
        return start + self.characters(text[start : end.start() if end else len(text)], where.character)
