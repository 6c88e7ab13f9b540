"""The findings of a test run as a file, for programs."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from antiphon.cli.terminal.whole_file import write_whole
from antiphon.pytest_plugin.finding import TestFinding, from_here, to_plain


def write(path: Path, findings: Sequence[TestFinding], here: Path) -> None:
    """Write the findings in the form that the file's name asks for, with places from `here`. Raises OSError."""
    write_whole(path, WRITERS[path.suffix](findings, here).encode())


def _json(findings: Sequence[TestFinding], _here: Path) -> str:
    """`findings`, each with its test and request."""
    return json.dumps({"version": 1, "findings": [to_plain(one) for one in findings]}, indent=2) + "\n"


def _sarif(findings: Sequence[TestFinding], here: Path) -> str:
    """A SARIF log, as `antiphon check --format sarif` writes it. Code scanning drops a result without a file."""
    from antiphon.cli.collecting.report import Found, Report
    from antiphon.cli.formats import sarif

    placed = [(one, dataclasses.replace(one.diagnostic, position=from_here(one.place, here))) for one in findings]
    found = tuple(Found(diagnostic, (f"{one.method} {one.path}",)) for one, diagnostic in placed)
    return sarif.write(Report(found, responses=len({(one.method, one.path) for one in findings})), colour=False)


def _toml(findings: Sequence[TestFinding], _here: Path) -> str:
    """A baseline, to be read through and kept."""
    from antiphon.pytest_plugin import baseline

    return baseline.write(findings, f"found on {dt.datetime.now(dt.UTC).date()}, and not looked at yet")


#: By the ending of the file's name.
WRITERS: dict[str, Callable[[Sequence[TestFinding], Path], str]] = {".json": _json, ".sarif": _sarif, ".toml": _toml}
