"""Writes `schemas/*.schema.json` from the models."""

from __future__ import annotations

import json
from pathlib import Path

from antiphon.cli.collecting.document import ReportDocument
from antiphon.cli.preview_pages.project import ProjectShown
from antiphon.rules.config import Config
from antiphon.spec import ResponseSpec
from json_schema import schema_of

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


def generated() -> dict[Path, str | None]:
    """Every schema; None for one that nothing makes any more."""
    written: dict[Path, str | None] = {
        SCHEMAS / "response-spec.schema.json": _text(schema_of(ResponseSpec, "response-spec")),
        SCHEMAS / "config.schema.json": _text(schema_of(Config, "config")),
        # It is written, not read: what has a default is there all the same.
        SCHEMAS / "check-report.schema.json": _text(schema_of(ReportDocument, "check-report", mode="serialization")),
        SCHEMAS / "preview-project.schema.json": _text(
            schema_of(ProjectShown, "preview-project", mode="serialization")
        ),
    }
    return written | {path: None for path in SCHEMAS.glob("*.json") if path not in written}


def _text(schema: dict[str, object]) -> str:
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
