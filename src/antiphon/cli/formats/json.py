"""For programs: one JSON object with every finding and the counts."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from antiphon.cli.judging.report import Found, Report

CLOSING = False


def write(report: Report, *, colour: bool) -> str:
    """`findings`, `summary`, `stopped` and `not_run`. Columns count characters from 1; ends are exclusive."""
    levels = [diagnostic.level for diagnostic in report.diagnostics]
    document = {
        "version": 1,
        "findings": [_finding(found) for found in report.findings],
        "summary": {
            "responses": report.responses,
            "parts": report.parts,
            "errors": levels.count("error"),
            "warnings": levels.count("warning"),
            "info": levels.count("info"),
            "ignored": report.ignored,
        },
        "stopped": list(report.stopped),
        "not_run": [{"what": error.what, "where": error.where, "help": error.help} for error in report.not_run],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _finding(found: Found) -> dict[str, Any]:
    """The diagnostic's own members, and the responses that it was found in."""
    return dataclasses.asdict(found.diagnostic) | {"responses": list(found.responses)}
