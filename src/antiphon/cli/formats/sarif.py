"""SARIF 2.1.0, for code scanning services."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from antiphon.cli.collecting.report import Found, Report
from antiphon.cli.terminal.version import version
from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.pages import DOCS, page_url
from antiphon.diagnostics.refusals import refusal_of
from antiphon.rules.registry import rule_of
from antiphon.rules.rule import Rule

CLOSING = False
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write(report: Report, *, colour: bool) -> str:
    """One run, whose rules are those that found something."""
    codes = sorted({diagnostic.code for diagnostic in report.diagnostics})
    first = {diagnostic.code: diagnostic for diagnostic in reversed(report.diagnostics)}
    notifications = [{"level": "error", "message": {"text": f"{e.what} ({e.where})"}} for e in report.not_run]
    told = [{"level": "note", "message": {"text": f"{note.what} ({note.where})"}} for note in report.notes]
    invocation = {"executionSuccessful": not report.not_run, "toolExecutionNotifications": [*notifications, *told]}
    run = {
        "tool": {
            "driver": {
                "name": "antiphon",
                "version": version(),
                "informationUri": DOCS,
                "rules": [_rule(first[code]) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "results": [_result(found, codes) for found in report.findings],
    }
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(diagnostic: Diagnostic) -> dict[str, Any]:
    rule = rule_of(diagnostic.code) or refusal_of(diagnostic.code)
    described: dict[str, Any] = {
        "id": diagnostic.code,
        "name": diagnostic.slug,
        "shortDescription": {"text": (rule.doc if rule else "") or diagnostic.message},
        "help": {"text": f"{diagnostic.help}\n{diagnostic.citation}"},
        "helpUri": page_url(diagnostic.code),
        "defaultConfiguration": {"level": _LEVELS[rule.level if isinstance(rule, Rule) else "error"]},
    }
    return described | ({"fullDescription": {"text": rule.why}} if rule and rule.why else {})


def _result(found: Found, codes: list[str]) -> dict[str, Any]:
    diagnostic = found.diagnostic
    location: dict[str, Any] = {}
    if where := diagnostic.position:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(where.file)}, "region": _region(where)}
    if diagnostic.path:
        location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.path}]
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": _LEVELS[diagnostic.level],
        "message": {"text": f"{diagnostic.message}; help: {diagnostic.help}"},
        "locations": [location] if location else [],
    }


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _region(where: Position) -> dict[str, int]:
    region = {"startLine": where.line, "startColumn": where.column}
    if where.end_line and where.end_column:
        region |= {"endLine": where.end_line, "endColumn": where.end_column}
    return region
