"""One finding of the judge, and the text that a person reads."""

from __future__ import annotations

import dataclasses
import linecache
from collections.abc import Iterable, Sequence
from typing import Literal

from antiphon.origin import Position

Level = Literal["error", "warning", "info"]


@dataclasses.dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is wrong, where, what to write instead, and who says so.

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


_COLOURS = {"error": "\033[1;31m", "warning": "\033[1;33m", "info": "\033[1;36m"}
_BOLD, _BLUE, _RESET = "\033[1m", "\033[1;34m", "\033[0m"


def render(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """The findings as text, rustc's way: the user's line underlined, then help and citation."""
    return "\n\n".join(_render_one(diagnostic, colour=colour) for diagnostic in diagnostics)


def _render_one(diagnostic: Diagnostic, *, colour: bool) -> str:
    def paint(style: str, text: str) -> str:
        return f"{style}{text}{_RESET}" if colour else text

    where = diagnostic.position
    number = str(where.line) if where else ""
    gutter = " " * max(len(number), 1)
    bar = paint(_BLUE, "|")
    head = paint(_COLOURS[diagnostic.level], f"{diagnostic.level}[{diagnostic.code}]")
    lines = [f"{head}{paint(_BOLD, ': ' + diagnostic.message)}"]
    arrow = paint(_BLUE, "-->")
    place = f"{where} ({diagnostic.path})" if where and diagnostic.path else str(where or diagnostic.path or "response")
    lines.append(f"{gutter}{arrow} {place}")
    source = linecache.getline(where.file, where.line).rstrip("\n") if where else ""
    if where and source:
        start, width = _underline(source, where)
        lines.append(f"{gutter} {bar}")
        lines.append(f"{paint(_BLUE, number)} {bar} {source}")
        lines.append(f"{gutter} {bar} {' ' * start}{paint(_COLOURS[diagnostic.level], '^' * width)}")
    equals = paint(_BLUE, "=")
    lines.append(f"{gutter} {equals} help: {diagnostic.help}")
    lines.append(f"{gutter} {equals} cite: {diagnostic.citation}")
    lines.append(f"{gutter} {equals} rule: {diagnostic.slug} (antiphon rule {diagnostic.code})")
    return "\n".join(lines)


def _underline(source: str, where: Position) -> tuple[int, int]:
    """Offset and length of the underlined part; columns of co_positions count UTF-8 octets."""
    octets = source.encode()
    start = len(octets[: where.column - 1].decode(errors="replace"))
    if where.end_column is None or where.end_line not in (None, where.line):
        return start, max(len(source) - start, 1)
    return start, max(len(octets[: where.end_column - 1].decode(errors="replace")) - start, 1)


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """The counts by level, such as `2 errors, 1 warning`."""
    counts = [(level, sum(d.level == level for d in diagnostics)) for level in ("error", "warning", "info")]
    parts = [f"{n} {level}{'s' if n != 1 and level != 'info' else ''}" for level, n in counts if n]
    return ", ".join(parts) or "no findings"
