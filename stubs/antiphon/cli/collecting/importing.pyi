# Written by `nox -s generate` from src; do not edit.
"""Modules by name, by file and by folder; what they raise while they are imported is a finding, not an end."""

import contextlib
import dataclasses
from collections.abc import Callable, Generator
from pathlib import Path
from types import ModuleType

from antiphon.diagnostics.diagnostic import Diagnostic

@dataclasses.dataclass
class Imports:
    """What was imported for the targets, and what went wrong on the way. `step` is told each module's name."""

    step: Callable[[str], None]
    modules: dict[str, ModuleType] = dataclasses.field(default_factory=dict)
    failures: list[Diagnostic] = dataclasses.field(default_factory=list)
    stopped: list[str] = dataclasses.field(default_factory=list)
    files: set[str] = dataclasses.field(default_factory=set)

    def package(self, name: str) -> None:
        """A module by its dotted name, and all below it but `__main__`. Raises CannotRun where there is none."""

    def module(self, name: str) -> ModuleType | None:
        """A module by its dotted name; None where it raised. Raises CannotRun where there is none."""

    def path(self, path: Path) -> None:
        """A file, or everything below a folder. Raises CannotRun where nothing is there."""

    def file(self, path: Path) -> ModuleType | None:
        """The module of a file, under its name within its package; None where it raised.

        Raises CannotRun where there is no file.
        """

@contextlib.contextmanager
def at_home() -> Generator[Path]:
    """While this lasts, the current folder is importable, and what modules print goes to stderr.

    The current folder and `sys.path` are put back afterwards. Raises CannotRun where there is no current folder.
    """
