# Written by `nox -s generate` from src; do not edit.
"""Files judged beside the conversation with the editor: each in a process of its own, and the newest run wins."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE: float

class Judging:
    """Runs `antiphon check` for files. `tell` gets a file's URI with its findings, or with what went wrong."""

    def __init__(self, tell: Callable[[str, Path, list[dict[str, Any]] | str], None]) -> None: ...
    def begin(self, uri: str, file: Path, home: Path) -> None:
        """Judge a file; an older run of the same file comes to nothing."""

    def forget(self, uri: str) -> None:
        """Let a file's run come to nothing."""

    def close(self) -> None:
        """Let every run come to nothing."""
