"""Findings in the words of the Language Server Protocol."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lsprotocol import types

from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.python_lines import python_lines

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def diagnostics(findings: Iterable[dict[str, Any]], file: Path, home: Path, source: str) -> list[types.Diagnostic]:
    """The findings of one file, as the JSON report has them. One without a place is put at the file's first line."""
    lines = python_lines(source)
    return [_diagnostic(finding, lines) for finding in findings if _is_of(finding, file, home)]


def _is_of(finding: dict[str, Any], file: Path, home: Path) -> bool:
    where = finding["position"]
    return where is None or (home / where["file"]).resolve() == file.resolve()


def _diagnostic(finding: dict[str, Any], lines: list[str]) -> types.Diagnostic:
    where = finding["position"]
    return types.Diagnostic(
        range=as_range(Position(**where) if where else Position("", 1), lines),
        severity=_SEVERITIES[finding["level"]],
        code=finding["code"],
        code_description=types.CodeDescription(href=finding["url"]),
        source="antiphon",
        message=f"{finding['message']}\nhelp: {finding['help']}\ncite: {finding['citation']}",
        data={"slug": finding["slug"], "path": finding["path"], "responses": list(finding["responses"])},
    )


def as_range(where: Position, lines: list[str]) -> types.Range:
    """A range counts from 0, and columns in units of UTF-16; without an end the whole line is meant."""
    line, end_line = where.line - 1, (where.end_line or where.line) - 1
    last = lines[end_line] if end_line < len(lines) else ""
    end_column = where.end_column or len(last) + 1
    first = lines[line] if line < len(lines) else ""
    return types.Range(
        start=types.Position(line=line, character=_units(first[: where.column - 1])),
        end=types.Position(line=end_line, character=_units(last[: end_column - 1])),
    )


def as_position(span: types.Range, lines: list[str]) -> Position:
    """The place that a range of an editor means."""
    return Position(
        "",
        span.start.line + 1,
        _characters(lines, span.start) + 1,
        span.end.line + 1,
        _characters(lines, span.end) + 1,
    )


def _units(text: str) -> int:
    """The length of a text in UTF-16: two units for a character outside the Basic Multilingual Plane."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _characters(lines: list[str], where: types.Position) -> int:
    line = lines[where.line] if where.line < len(lines) else ""
    octets = line.encode("utf-16-le", "surrogatepass")[: 2 * where.character]
    return len(octets.decode("utf-16-le", "ignore"))
