"""For programs: one JSON object with every finding and the counts."""

from __future__ import annotations

from antiphon.cli.collecting.document import document
from antiphon.cli.collecting.report import Report

CLOSING = False


def write(report: Report, *, colour: bool) -> str:
    """`findings`, `summary`, `stopped` and `not_run`; schemas/check-report.schema.json says what they hold."""
    return document(report).model_dump_json(indent=2) + "\n"
