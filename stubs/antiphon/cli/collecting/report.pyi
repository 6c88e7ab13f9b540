# Written by `nox -s generate` from src; do not edit.
"""What a run of `antiphon check` found."""

import dataclasses
from pathlib import Path

from antiphon.cli.collecting.collection import Collection
from antiphon.cli.collecting.settings import Settings
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Diagnostic

@dataclasses.dataclass(frozen=True)
class Found:
    """A finding, and the names of the responses that it was found in.

    They are several where they share a declaration: a fragment, a loop.
    """

    diagnostic: Diagnostic
    responses: tuple[str, ...] = ()

@dataclasses.dataclass(frozen=True)
class Report:
    """The findings in order of their places, and how many responses were judged to find them.

    `parts` counts what is only a part of a response, such as a cookie; `ignored` the findings that the project ignores.
    `source` is the word for what could not be reached.
    Nothing is said about calls: a declaration without a finding can still be called with values that it refuses.
    """

    findings: tuple[Found, ...]
    responses: int
    parts: int = 0
    ignored: int = 0
    stopped: tuple[str, ...] = ()
    not_run: tuple[CannotRun, ...] = ()
    source: str = "TARGET"

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings alone."""

    @property
    def exit_code(self) -> int:
        """0 is clean, 1 has errors or warnings, 2 could not reach every target."""

    def closing(self) -> str:
        """One line: how many findings, in how many responses, and what was left out."""

def report(collection: Collection, settings: Settings | None = None) -> Report:
    """The report of what was collected, with paths relative to the current folder.

    Levels are those of the project's profile; warnings and advice that it does not want are only counted.
    """

def relative(where: Position, home: Path) -> Position:
    """The place with its path relative to a folder, where it is below that."""
