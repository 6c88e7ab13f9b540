"""One line for each finding, for editors and grep: `path:line:column: CODE message`."""

from __future__ import annotations

from antiphon.cli.collecting.report import Report
from antiphon.diagnostics.diagnostic import printable

CLOSING = False


def write(report: Report, *, colour: bool) -> str:
    """A finding without a place begins with its path into the response."""
    return "".join(
        f"{d.position or d.path or 'response'}: {d.code} {printable(d.message)}\n" for d in report.diagnostics
    )
