# Written by `nox -s generate` from src; do not edit.
"""For people: each finding with the user's line underlined, help and citation."""

from antiphon.cli.collecting.report import Report

CLOSING: bool

def write(report: Report, *, colour: bool) -> str:
    """The findings, a blank line after each, and the closing line."""
