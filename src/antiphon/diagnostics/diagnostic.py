"""One finding of the judge, and the text that a person reads."""

from __future__ import annotations

import dataclasses
import linecache
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.pages import page_url

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


_COLOURS = {"error": "\033[1;31m", "warning": "\033[1;33m", "info": "\033[1;36m"}
_BOLD, _BLUE, _RESET = "\033[1m", "\033[1;34m", "\033[0m"

#: A declaration of more lines than this is shown by its first and its last ones.
_MOST_LINES = 8


def render(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """The findings as text, rustc's way: the user's line underlined, then help and citation."""
    return "\n\n".join(render_one(diagnostic, colour=colour) for diagnostic in diagnostics)


def render_one(diagnostic: Diagnostic, *, colour: bool = False, notes: Sequence[str] = ()) -> str:
    """One finding as text, without a newline at its end. Notes are below the user's line, before the help."""

    def paint(style: str, text: str) -> str:
        return f"{style}{text}{_RESET}" if colour else text

    where, level = diagnostic.position, _COLOURS[diagnostic.level]
    excerpt = _excerpt(where) if where else []
    gutter = " " * max((len(str(number)) for number, _ in excerpt), default=1)
    bar = paint(_BLUE, "|")
    head = paint(level, f"{diagnostic.level}[{diagnostic.code}]")
    lines = [f"{head}{paint(_BOLD, ': ' + printable(diagnostic.message))}"]
    place = f"{where} ({diagnostic.path})" if where and diagnostic.path else str(where or diagnostic.path or "response")
    lines.append(f"{gutter}{paint(_BLUE, '-->')} {printable(place)}")
    if where and excerpt:
        lines.append(f"{gutter} {bar}")
        draw = _underlined if len(excerpt) == 1 else _bracketed
        lines += [
            f"{paint(_BLUE, number.rjust(len(gutter)))} {bar} {text}".rstrip()
            for number, text in draw(excerpt, where, lambda text: paint(level, text))
        ]
    equals = paint(_BLUE, "=")
    lines += [f"{gutter} {equals} note: {note}" for note in notes]
    lines.append(f"{gutter} {equals} help: {diagnostic.help}")
    lines.append(f"{gutter} {equals} cite: {diagnostic.citation}")
    lines.append(f"{gutter} {equals} rule: {diagnostic.slug} ({page_url(diagnostic.code)})")
    return "\n".join(lines)


def printable(text: str) -> str:
    """Text as a terminal may show it: a tab is four blanks, and what does not print is written as an escape."""
    if text.isprintable():
        return text
    return "".join("    " if c == "\t" else c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _excerpt(where: Position) -> list[tuple[int, str]]:
    """The user's own lines with their numbers, without the values of cookies; empty where the source is away."""
    from antiphon.diagnostics.source_lines import without_secrets  # most findings are never shown

    numbers = range(where.line, max(where.end_line or where.line, where.line) + 1)
    lines = [linecache.getline(where.file, number).rstrip() for number in numbers]
    shown = without_secrets(lines) if where.file.endswith(".py") else lines  # captures are covered as they are read
    return list(zip(numbers, shown, strict=True)) if lines[0] else []


def _underlined(
    excerpt: Sequence[tuple[int, str]], where: Position, mark: Callable[[str], str]
) -> Iterable[tuple[str, str]]:
    """One line with carets below. Without columns the whole line is meant."""
    [(number, source)] = excerpt
    start = where.column - 1 if where.end_column else len(source) - len(source.lstrip())
    end = where.end_column - 1 if where.end_column else len(source)
    yield str(number), printable(source)
    yield "", " " * _width(source[:start]) + mark("^" * max(_width(source[start:end]), 1))


def _bracketed(
    excerpt: Sequence[tuple[int, str]], where: Position, mark: Callable[[str], str]
) -> Iterable[tuple[str, str]]:
    """Several lines with a bracket at their left; where there are too many, the middle ones are left out."""
    [(number, first), *rest] = excerpt
    before = first[: where.column - 1]
    yield str(number), f"{' ' if before.strip() else mark('/')} {printable(first)}"
    if before.strip():
        yield "", f" {mark('_' * (_width(before) + 1) + '^')}"
    for number, source in rest if len(rest) < _MOST_LINES else [*rest[: _MOST_LINES - 4], (0, ""), *rest[-2:]]:
        yield (str(number), f"{mark('|')} {printable(source)}") if number else ("...", mark("|"))
    yield "", mark(f"|{'_' * _width(rest[-1][1][: (where.end_column or 1) - 1])}^")


def _width(text: str) -> int:
    """The columns that a terminal takes to show a text."""
    shown = printable(text)
    if shown.isascii():
        return len(shown)
    import unicodedata

    def width(character: str) -> int:
        if unicodedata.combining(character):
            return 0
        return 2 if unicodedata.east_asian_width(character) in "WF" else 1

    return sum(width(character) for character in shown)


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """The counts by level, such as `2 errors, 1 warning`."""
    counts = [(level, sum(d.level == level for d in diagnostics)) for level in ("error", "warning", "info")]
    parts = [f"{n} {level}{'s' if n != 1 and level != 'info' else ''}" for level, n in counts if n]
    return ", ".join(parts) or "no findings"
