"""For people: each finding with the user's line underlined, help and citation."""

from __future__ import annotations

from antiphon.cli.collecting.report import Found, Report
from antiphon.diagnostics.diagnostic import render_one

CLOSING = True


def write(report: Report, *, colour: bool) -> str:
    """The findings, a blank line after each, and the closing line."""
    parts = [render_one(found.diagnostic, colour=colour, notes=_notes(found)) for found in report.findings]
    return "\n\n".join([*parts, report.closing()]) + "\n"


def _notes(found: Found) -> list[str]:
    """The responses that share the declaration."""
    count = len(found.responses)
    if count < 2:
        return []
    names = list(dict.fromkeys(found.responses))
    shown = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    return [f"this declaration is part of {count} responses{f': {shown}' if len(names) > 1 else ''}"]
