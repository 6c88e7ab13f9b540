# Written by `nox -s generate` from src; do not edit.
"""For programs: one JSON object with every finding and the counts."""

from antiphon.cli.collecting.report import Report

CLOSING: bool

def write(report: Report, *, colour: bool) -> str:
    """`findings`, `summary`, `stopped` and `not_run`; schemas/check-report.schema.json says what they hold."""
