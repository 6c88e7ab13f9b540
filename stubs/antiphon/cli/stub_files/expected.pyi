# Written by `nox -s generate` from src; do not edit.
"""The stubs as they should be."""

from pathlib import Path
from types import ModuleType

def wanted(modules: dict[str, ModuleType], out: Path | None, home: Path) -> dict[Path, str | None]:
    """The text of each stub; None for one of ours that is not wanted any more. Raises CannotRun with every refusal.

    In a tree every package around a module has its `__init__.pyi`: without it mypy passes the tree over in silence.
    """
