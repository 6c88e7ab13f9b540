# Written by `nox -s generate` from src; do not edit.
"""Which answer a request for a file gets: all of it, ranges of it, or none (RFC 9110 sections 13 to 15)."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from antiphon.http.byte_ranges import Span
from antiphon.http.preconditions import Outcome
from antiphon.runtime.files.source import Facts
from antiphon.runtime.plan import RawHeader

OF_SUCCESS: frozenset[bytes]

class Answer(NamedTuple):
    """The status, the field lines, and what is sent: octets as they are, and spans of the file; `length` in all."""

    status: int
    headers: list[RawHeader]
    pieces: Sequence[bytes | Span]
    length: int

    @property
    def is_whole(self) -> bool:
        """Whether the file is sent from its beginning to its end, and not as a range."""

def described(headers: list[RawHeader], facts: Facts, media_type: str | None, *, ranges: bool) -> list[RawHeader]:
    """The field lines with those that the file adds, unless they are declared; without the length."""

def conditions(status: int, headers: list[RawHeader], scope: Mapping[str, Any], method: str) -> Outcome:
    """The outcome of the request's conditions: they are read where the response is a 200 to GET or HEAD."""

def answer(
    status: int, headers: list[RawHeader], size: int, scope: Mapping[str, Any], method: str, *, ranges: bool
) -> Answer:
    """The answer to the request in the scope, for a file of `size` octets whose field lines are `headers`.

    HEAD has no ranges (section 14.2).
    """

def whole(status: int, headers: list[RawHeader], size: int) -> Answer:
    """The file from its beginning to its end."""

def without_content(status: int, headers: list[RawHeader]) -> Answer:
    """A 304, or an error, with those of the field lines that belong to it."""

def one_part(headers: list[RawHeader], span: Span, size: int) -> Answer:
    """A 206 with one span of the file (section 15.3.7.1)."""

def parts(headers: list[RawHeader], boundary: str, pieces: Sequence[bytes | Span]) -> Answer:
    """A 206 with several spans of the file, and the octets that frame them (section 15.3.7.2)."""
