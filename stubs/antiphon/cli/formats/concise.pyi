# Written by `nox -s generate` from src; do not edit.
"""One line for each finding, for editors and grep: `path:line:column: CODE message`."""

from antiphon.cli.collecting.report import Report

CLOSING: bool

def write(report: Report, *, colour: bool) -> str:
    """A finding without a place begins with its path into the response."""
