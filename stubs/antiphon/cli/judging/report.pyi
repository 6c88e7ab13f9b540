# Written by `nox -s generate` from src; do not edit.
"""What a run of `antiphon check` found."""

import dataclasses
from collections.abc import Collection as Codes

from antiphon.cli.judging.collection import Collection
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.diagnostic import Diagnostic

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

    @property
    def exit_code(self) -> int:
        """0 is clean, 1 has errors or warnings, 2 could not reach every target."""

    def closing(self) -> str:
        """One line: how many findings, in how many responses, and what was left out."""

def report(collection: Collection, *, ignored: Codes[str] = ()) -> Report:
    """The report of what was collected, with paths relative to the current folder.

    Warnings and advice of the ignored codes are only counted; an error is always reported.
    """
