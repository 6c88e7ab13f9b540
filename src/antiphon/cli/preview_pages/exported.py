"""The page as files, for a folder that is published."""

from __future__ import annotations

from pathlib import Path

from antiphon.cli.preview_pages.page import page
from antiphon.cli.preview_pages.project import ProjectShown
from antiphon.cli.terminal.written import written


def export(project: ProjectShown, folder: Path) -> None:
    """Write `index.html`, which needs no other file, and `project.json`, to compare with later. Raises OSError."""
    written(page(project), folder / "index.html", None)
    written(project.model_dump_json(indent=2) + "\n", folder / "project.json", None)
