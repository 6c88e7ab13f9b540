"""What a run of `antiphon check` found."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection as Codes
from pathlib import Path

from antiphon.cli.judging.collection import Collection
from antiphon.cli.judging.judgement import Judgement
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.diagnostic import Diagnostic, summary
from antiphon.origin import Position


@dataclasses.dataclass(frozen=True)
class Found:
    """A finding, and the responses that it was found in: several where they share a declaration, such as a fragment."""

    diagnostic: Diagnostic
    responses: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class Report:
    """The findings in order of their places, and how many responses were judged to find them.

    `ignored` counts the findings that the project ignores. Nothing is said about calls: a declaration without a
    finding can still be called with values that it refuses.
    """

    findings: tuple[Found, ...]
    responses: int
    ignored: int = 0
    stopped: tuple[str, ...] = ()
    not_run: tuple[CannotRun, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings alone."""
        return tuple(found.diagnostic for found in self.findings)

    @property
    def exit_code(self) -> int:
        """0 is clean, 1 has errors or warnings, 2 could not reach every target."""
        if self.not_run:
            return 2
        return int(any(diagnostic.level != "info" for diagnostic in self.diagnostics))

    def closing(self) -> str:
        """One line: how many findings, in how many responses, and what was left out."""
        responses = f"{self.responses} response{'' if self.responses == 1 else 's'}"
        if self.findings and self.responses:
            parts = [f"{summary(self.diagnostics)} in {responses}"]
        elif self.findings:
            parts = [f"{summary(self.diagnostics)}; 0 responses judged"]
        elif self.responses:
            parts = [f"{responses} judged: no findings"]
        else:
            parts = ["0 responses judged: none is declared there"]
        if self.ignored:
            parts.append(f"{self.ignored} finding{'' if self.ignored == 1 else 's'} ignored by pyproject.toml")
        if self.stopped:
            parts.append(f"not judged to the end: {', '.join(self.stopped)}")
        return "; ".join(parts)


def report(collection: Collection, *, ignored: Codes[str] = ()) -> Report:
    """The report of what was collected, with paths relative to the current folder.

    Warnings and advice of the ignored codes are only counted; an error is always reported.
    """
    found: dict[object, Found] = {}
    for judgement in collection.judgements:
        for diagnostic in judgement.diagnostics:
            _add(found, diagnostic, (_name(judgement),))
    for diagnostic in collection.failures:
        _add(found, diagnostic, ())
    kept = [one for one in found.values() if one.diagnostic.level == "error" or one.diagnostic.code not in ignored]
    placed = [Found(_at_home(one.diagnostic, collection.home), one.responses) for one in kept]
    return Report(
        findings=tuple(sorted(placed, key=_place)),
        responses=len(collection.judgements),
        ignored=len(found) - len(kept),
        stopped=collection.stopped,
        not_run=collection.not_run,
    )


def _add(found: dict[object, Found], diagnostic: Diagnostic, names: tuple[str, ...]) -> None:
    """Add a finding, or only the response's name where a response that shares the declaration has it already."""
    where = diagnostic.position
    key = (diagnostic.code, diagnostic.message, where) if where else (diagnostic, names)
    known = found.get(key, Found(diagnostic))
    found[key] = Found(known.diagnostic, tuple(dict.fromkeys((*known.responses, *names))))


def _name(judgement: Judgement) -> str:
    if judgement.name or judgement.origin is None:
        return judgement.name
    return f"the response of line {judgement.origin.line}"


def relative(where: Position, home: Path) -> Position:
    """The place with its path relative to a folder, where it is below that."""
    path = Path(where.file)
    return dataclasses.replace(where, file=str(path.relative_to(home))) if path.is_relative_to(home) else where


def _at_home(diagnostic: Diagnostic, home: Path) -> Diagnostic:
    where = diagnostic.position
    return dataclasses.replace(diagnostic, position=relative(where, home)) if where else diagnostic


def _place(found: Found) -> tuple[str, int, int, str, str]:
    diagnostic = found.diagnostic
    where = diagnostic.position or Position("", 0, 0)
    return where.file, where.line, where.column, diagnostic.code, diagnostic.path
