# Written by `nox -s generate` from src; do not edit.
"""One finding of the judge, and the text that a person reads."""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Literal

from antiphon.diagnostics.call_site import Position

Level = Literal["error"] | Literal["warning"] | Literal["info"]

@dataclasses.dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong, where, how to fix it, and the source that says so.

    `path` leads into the spec (`cookies[0].max_age`, empty for the whole response). A message never holds a
    cookie's value. `position` is the user's own line, where it is known.
    """

    code: str
    slug: str
    level: Level
    path: str
    message: str
    help: str
    citation: str
    position: Position | None = None

def render(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """The findings as text, rustc's way: the user's line underlined, then help and citation."""

def render_one(diagnostic: Diagnostic, *, colour: bool = False, notes: Sequence[str] = ()) -> str:
    """One finding as text, without a newline at its end. Notes are below the user's line, before the help."""

def printable(text: str) -> str:
    """Text as a terminal may show it: a tab is four blanks, and what does not print is written as an escape."""

def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """The counts by level, such as `2 errors, 1 warning`."""
