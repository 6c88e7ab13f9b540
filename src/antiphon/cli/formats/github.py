"""GitHub's workflow commands, which become annotations of a pull request's lines."""

from __future__ import annotations

from antiphon.cli.collecting.report import Report
from antiphon.diagnostics.diagnostic import Diagnostic

CLOSING = False
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def write(report: Report, *, colour: bool) -> str:
    """One command for each finding."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in report.diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    properties: dict[str, object] = {"title": f"{diagnostic.code} {diagnostic.slug}"}
    if where := diagnostic.position:
        properties |= {"file": where.file, "line": where.line, "col": where.column}
        if where.end_line and where.end_column:
            # GitHub's end column is the last one that is marked.
            properties |= {"endLine": where.end_line, "endColumn": where.end_column - 1}
    told = ",".join(f"{name}={_escaped(str(value), in_property=True)}" for name, value in properties.items())
    text = f"{diagnostic.message}\nhelp: {diagnostic.help}\ncite: {diagnostic.citation}"
    return f"::{_COMMANDS[diagnostic.level]} {told}::{_escaped(text)}"


def _escaped(text: str, *, in_property: bool = False) -> str:
    """As GitHub's own toolkit escapes data, and properties, which end at a comma or a colon."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text
