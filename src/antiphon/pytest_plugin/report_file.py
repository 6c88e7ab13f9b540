"""The findings of a test run as a file, for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from antiphon.cli.terminal.whole_file import write_whole
from antiphon.pytest_plugin.finding import TestFinding, to_plain


def write(path: Path, findings: Sequence[TestFinding]) -> None:
    """Write the findings, in the form that the file's name asks for."""
    write_whole(path, WRITERS[path.suffix](findings).encode())


def _json(findings: Sequence[TestFinding]) -> str:
    """`findings`, each with its test and request."""
    return json.dumps({"version": 1, "findings": [to_plain(one) for one in findings]}, indent=2) + "\n"


def _sarif(findings: Sequence[TestFinding]) -> str:
    """A SARIF log, as `antiphon check --format sarif` writes it."""
    from antiphon.cli.collecting.report import Found, Report
    from antiphon.cli.formats import sarif

    found = tuple(Found(one.diagnostic, (f"{one.method} {one.path}",)) for one in findings)
    return sarif.write(Report(found, responses=len({(one.method, one.path) for one in findings})), colour=False)


#: By the ending of the file's name.
WRITERS: dict[str, Callable[[Sequence[TestFinding]], str]] = {".json": _json, ".sarif": _sarif}
