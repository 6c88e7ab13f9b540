"""The current folder, while modules are imported from it."""

from __future__ import annotations

import contextlib
import dataclasses
import importlib
import linecache
import os
import sys
from collections.abc import Generator
from pathlib import Path

from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.diagnostics.call_site import Position


@contextlib.contextmanager
def at_home() -> Generator[Path]:
    """While this lasts, the current folder is importable, and what modules print goes to stderr.

    The current folder and `sys.path` are put back afterwards. Raises CannotRun where there is no current folder.
    """
    try:
        home = Path.cwd()
    except OSError:
        what = "the current folder does not exist any more"
        raise CannotRun(what, where="the current folder", help="change to a folder that exists") from None
    path = list(sys.path)
    sys.path.insert(0, str(home))
    importlib.invalidate_caches()
    linecache.checkcache()
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield home
    finally:
        with contextlib.suppress(OSError):
            os.chdir(home)
        sys.path[:] = path


def relative(where: Position, home: Path) -> Position:
    """The place with its path relative to a folder, where it is below that."""
    path = Path(where.file)
    return dataclasses.replace(where, file=str(path.relative_to(home))) if path.is_relative_to(home) else where
