"""A JSON text that is read piece by piece: one value after another, each with its place, in memory that stays small."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator
from typing import Final

from antiphon.captures.error import WireError
from antiphon.captures.json_place import Item, decoded, skip_blank
from antiphon.captures.source_lines import SourceLines

#: So many octets are read at once.
_CHUNK: Final = 1 << 20
#: A value of more characters is not read.
LONGEST_VALUE: Final = 1 << 28


class JSONWindow:
    """The part of a text that is in memory. `read` gives so many octets, fewer at the end of the input."""

    def __init__(self, read: Callable[[int], bytes], file: str) -> None:
        self.text: str = ""
        self.at: int = 0
        self._read, self._file = read, file
        self._line, self._line_start, self._counted = 1, 0, 0
        self._decode = codecs.getincrementaldecoder("utf-8-sig")()
        self._over = False

    def next(self) -> str:
        """The next character that is not blank, which is not taken; empty at the end."""
        while True:
            self.at = skip_blank(self.text, self.at)
            if self.at < len(self.text):
                return self.text[self.at]
            if not self._more():
                return ""

    def take(self, character: str) -> None:
        """Go on behind a character. Raises WireError where there is another one."""
        if self.next() != character:
            raise self.fault(f"{character!r} is expected here", self.at)
        self.at += 1

    def value(self) -> Item:
        """The next value, which is taken. Its offsets are those of the window, good until more is read."""
        self.next()
        while True:
            try:
                value, end = decoded(self.text, self.at)
            except json.JSONDecodeError as error:
                if len(self.text) - self.at > LONGEST_VALUE:
                    raise self.fault(f"a value has more than {LONGEST_VALUE} characters", self.at) from None
                what, position = error.msg, error.pos - self.at
                if not self._more():
                    raise self.fault(what, self.at + position) from None
                continue
            except (ValueError, RecursionError) as error:  # a number of 5000 digits; a thousand brackets
                raise self.fault(type(error).__name__, self.at) from None
            if end == len(self.text) and self._more():  # a number may go on in the next piece
                continue
            start, self.at = self.at, end
            return Item(0, value, start, end)

    def members(self) -> Iterator[str]:
        """The names of the members of the object that comes next. The caller takes the value of each."""
        self.take("{")
        while self.next() != "}":
            name = str(self.value().value)
            self.take(":")
            yield name
            if self.next() != "}":
                self.take(",")
        self.at += 1

    def elements(self) -> Iterator[tuple[Item, SourceLines]]:
        """The elements of the array that comes next, each as a text of its own with the lines of the input."""
        self.take("[")
        while self.next() != "]":
            yield self._piece(self.value())
            if self.next() != "]":
                self.take(",")
        self.at += 1

    def _piece(self, item: Item) -> tuple[Item, SourceLines]:
        self._count(item.start)
        first = self._line, item.start - self._line_start
        lines = SourceLines(self.text[item.start : item.end], self._file, first=first, is_piece=True)
        return Item(item.key, item.value, 0, item.end - item.start), lines

    def fault(self, what: str, at: int) -> WireError:
        """The error of a place."""
        self._count(at)
        advice = "export the HAR file again, with its content"
        return WireError(f"the JSON cannot be read: {what}", help=advice, line=self._line)

    def _count(self, end: int) -> None:
        """Count the lines up to an offset, each once."""
        lines = self.text.count("\n", self._counted, end)
        if lines:
            self._line += lines
            self._line_start = self.text.rfind("\n", self._counted, end) + 1
        self._counted = max(self._counted, end)

    def _more(self) -> bool:
        """Let go of what was taken, and read on, at least as much as is left. False at the end of the input."""
        if self._over:
            return False
        self._count(self.at)
        self.text = self.text[self.at :]
        self._line_start -= self.at
        self._counted -= self.at
        self.at = 0
        octets = self._read(max(_CHUNK, len(self.text)))
        self._over = not octets
        try:
            self.text += self._decode.decode(octets, final=self._over)
        except UnicodeDecodeError as error:
            raise WireError(f"a HAR file is UTF-8: {error.reason}", help="export the HAR file again") from None
        return not self._over
