# Written by `nox -s generate` from src; do not edit.
"""GitHub's workflow commands, which become annotations of a pull request's lines."""

from antiphon.cli.collecting.report import Report

CLOSING: bool

def write(report: Report, *, colour: bool) -> str:
    """One command for each finding."""
