# Written by `nox -s generate` from src; do not edit.
"""Responses as HTTP/1.1 text (RFC 9112 section 2.1), which is also how tools print HTTP/2 and HTTP/3."""

import dataclasses
import re
from collections.abc import Iterator
from typing import NamedTuple

from antiphon.captures.exchange import Exchange

STATUS_LINE: re.Pattern[bytes]

class _Line(NamedTuple):
    """One line of the input: its number, where it begins and where the next one does, and its octets."""

    number: int
    start: int
    following: int
    octets: bytes

@dataclasses.dataclass
class Stream:
    """An input of which one line after the other is read, up to `end`."""

    octets: bytes
    file: str
    end: int
    at: int = 0
    number: int = 1

    def line(self) -> _Line | None:
        """The next line without its end, which is not taken yet; None at the end."""

    def take(self, line: _Line) -> None:
        """Go on behind a line."""

    def skip(self, at: int) -> None:
        """Go on at an offset."""

def decoded(octets: bytes) -> str:
    """A line as an editor shows it."""

def responses(stream: Stream, *, method: str | None = None, url: str | None = None) -> Iterator[Exchange]:
    """Each response of the stream up to its end. Raises WireError for a line that no response has.

    Content ends where Content-Length says, if a response or nothing follows there, and else before the next status
    line that has a field line behind it.
    """
