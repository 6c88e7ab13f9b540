"""For people: each finding with the user's line underlined, help and citation."""

from __future__ import annotations

from collections.abc import Sequence

from antiphon.cli.collecting.report import Found, Report
from antiphon.cli.inputs.groups import groups
from antiphon.diagnostics.diagnostic import Diagnostic, render_one

CLOSING = True


def write(report: Report, *, colour: bool) -> str:
    """The findings, or the first one of each rule, with a blank line after each, and the closing line."""
    shown: list[tuple[Diagnostic, Sequence[str]]]
    if report.grouped:
        shown = [(group.first.diagnostic, group.notes) for group in groups(report.findings)]
    else:
        shown = [(found.diagnostic, _notes(found)) for found in report.findings]
    parts = [render_one(diagnostic, colour=colour, notes=notes) for diagnostic, notes in shown]
    return "\n\n".join([*parts, report.closing()]) + "\n"


def _notes(found: Found) -> Sequence[str]:
    """The responses that share the declaration."""
    count = len(found.responses)
    if count < 2:
        return []
    names = list(dict.fromkeys(found.responses))
    shown = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    return [f"this declaration is part of {count} responses{f': {shown}' if len(names) > 1 else ''}"]
