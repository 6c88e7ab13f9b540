"""One finding of a test run, in a form that travels between the processes of pytest-xdist."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Diagnostic, render_one
from antiphon.testing.judged_response import JudgedResponse


@dataclasses.dataclass(frozen=True)
class TestFinding:
    """A fault of one response, and the test that asked for it."""

    __test__ = False  # no test class, whatever its name says

    test: str
    """The test's node id."""
    method: str
    path: str
    status: int | None
    diagnostic: Diagnostic
    """The finding; its position is the handler's, where that is known."""
    line: int = 1
    """The test's line in its file."""

    def __str__(self) -> str:
        return render_one(self.diagnostic, notes=[f"{self.method} {self.path} was answered with {self.status}"])

    @property
    def place(self) -> Position:
        """The handler's place, or else the test's."""
        return self.diagnostic.position or Position(self.test.partition("::")[0], self.line)

    @property
    def key(self) -> tuple[object, ...]:
        """Two findings with one key are the same mistake, met twice."""
        return self.method, self.path, self.status, self.diagnostic


def findings_of(test: str, line: int, response: JudgedResponse, here: Path) -> Iterator[TestFinding]:
    """The findings about a response that a test asked for, at its handler's place as seen from `here`."""
    for diagnostic in response.findings:
        place = response.handler and from_here(response.handler, here)
        placed = dataclasses.replace(diagnostic, position=place)
        yield TestFinding(test, response.method, response.path, response.status, placed, line)


def from_here(place: Position, here: Path) -> Position:
    """The place with a path below a folder, where it is there. Tests change the current one."""
    file = Path(place.file)
    return dataclasses.replace(place, file=str(file.relative_to(here))) if file.is_relative_to(here) else place


def to_plain(finding: TestFinding) -> dict[str, Any]:
    """The finding as JSON data."""
    return dataclasses.asdict(finding)


def from_plain(data: dict[str, Any]) -> TestFinding:
    """The finding that `to_plain` wrote."""
    diagnostic: dict[str, Any] = dict(data["diagnostic"])
    if diagnostic["position"] is not None:
        diagnostic["position"] = Position(**diagnostic["position"])
    fields: dict[str, Any] = data | {"diagnostic": Diagnostic(**diagnostic)}
    return TestFinding(**fields)
