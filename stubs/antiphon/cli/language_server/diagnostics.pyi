# Written by `nox -s generate` from src; do not edit.
"""Findings, as `antiphon check --format json` writes them, in the words of the Language Server Protocol."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

def diagnostics(findings: Iterable[dict[str, Any]], file: Path, home: Path) -> list[dict[str, Any]]:
    """The findings of one file. A finding that has no place at all stands at the file's first line."""
