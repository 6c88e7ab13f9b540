"""GitLab's code quality report: a JSON list, which a merge request shows beside its lines."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from antiphon.cli.collecting.report import Report
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.pages import page_url

CLOSING = False
_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def write(report: Report, *, colour: bool) -> str:
    """One issue for each finding; a fingerprint stays the same while the lines above it change."""
    seen: dict[str, int] = {}
    issues = [_issue(diagnostic, seen) for diagnostic in report.diagnostics]
    return json.dumps(issues, indent=2, ensure_ascii=False) + "\n"


def _issue(diagnostic: Diagnostic, seen: dict[str, int]) -> dict[str, Any]:
    where = diagnostic.position
    file, line = (where.file, where.line) if where else (diagnostic.path or "response", 1)
    text = f"{diagnostic.code}\n{diagnostic.message}\n{file}"
    number = seen[text] = seen.get(text, -1) + 1
    return {
        "description": f"{diagnostic.message}; help: {diagnostic.help} ({page_url(diagnostic.code)})",
        "check_name": f"{diagnostic.code} {diagnostic.slug}",
        "fingerprint": hashlib.sha256(f"{text}\n{number}".encode(errors="backslashreplace")).hexdigest(),
        "severity": _SEVERITIES[diagnostic.level],
        "location": {"path": file, "lines": {"begin": line}},
    }
