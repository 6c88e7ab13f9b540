"""Findings in the words of the Language Server Protocol."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lsprotocol import types

from antiphon.cli.language_server.places import Columns
from antiphon.diagnostics.call_site import Position

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def of_file(findings: Iterable[dict[str, Any]], file: Path, home: Path) -> list[dict[str, Any]]:
    """The findings of a JSON report that are in a file, and those that have no place."""
    return [one for one in findings if one["position"] is None or _is(file, home / one["position"]["file"])]


def _is(file: Path, named: Path) -> bool:
    # The report escapes octets that are not UTF-8: JSON cannot hold them.
    return str(named.resolve()) == str(file.resolve()).encode(errors="backslashreplace").decode()


def diagnostics(findings: Iterable[dict[str, Any]], lines: list[str], columns: Columns) -> list[types.Diagnostic]:
    """The findings of one file, as the JSON report has them. One without a place is put at the file's first line."""
    return [_diagnostic(finding, lines, columns) for finding in findings]


def _diagnostic(finding: dict[str, Any], lines: list[str], columns: Columns) -> types.Diagnostic:
    where = finding["position"]
    return types.Diagnostic(
        range=columns.as_range(Position(**where) if where else Position("", 1), lines),
        severity=_SEVERITIES[finding["level"]],
        code=finding["code"],
        code_description=types.CodeDescription(href=finding["url"]),
        source="antiphon",
        message=f"{finding['message']}\nhelp: {finding['help']}\ncite: {finding['citation']}",
        data={"slug": finding["slug"], "path": finding["path"], "responses": list(finding["responses"])},
    )
