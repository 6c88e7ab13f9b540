"""Findings, as `antiphon check --format json` writes them, in the words of the Language Server Protocol."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

_SEVERITIES = {"error": 1, "warning": 2, "info": 3}


def diagnostics(findings: Iterable[dict[str, Any]], file: Path, home: Path) -> list[dict[str, Any]]:
    """The findings of one file. A finding without a place is put at the file's first line."""
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return [_diagnostic(finding, lines) for finding in findings if _is_of(finding, file, home)]


def _is_of(finding: dict[str, Any], file: Path, home: Path) -> bool:
    where = finding["position"]
    return where is None or (home / where["file"]).resolve() == file.resolve()


def _diagnostic(finding: dict[str, Any], lines: list[str]) -> dict[str, Any]:
    return {
        "range": _range(finding["position"], lines),
        "severity": _SEVERITIES[finding["level"]],
        "code": finding["code"],
        "source": "antiphon",
        "message": f"{finding['message']}\nhelp: {finding['help']}\ncite: {finding['citation']}",
        "data": {"slug": finding["slug"], "path": finding["path"], "responses": finding["responses"]},
    }


def _range(where: dict[str, Any] | None, lines: list[str]) -> dict[str, Any]:
    """A range counts from 0, and columns in units of UTF-16; without an end the whole line is meant."""
    if where is None:
        where = {"line": 1, "column": 1, "end_line": None, "end_column": None}
    line, end_line = where["line"] - 1, (where["end_line"] or where["line"]) - 1
    last = lines[end_line] if end_line < len(lines) else ""
    end_column = where["end_column"] or len(last) + 1
    first = lines[line] if line < len(lines) else ""
    return {
        "start": {"line": line, "character": _units(first[: where["column"] - 1])},
        "end": {"line": end_line, "character": _units(last[: end_column - 1])},
    }


def _units(text: str) -> int:
    """The length of a text in UTF-16: two units for a character outside the Basic Multilingual Plane."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
