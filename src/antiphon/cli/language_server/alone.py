"""Files that are opened to be looked at: opening one must not run it."""

from __future__ import annotations

import itertools
import sysconfig
from pathlib import Path

from antiphon.cli.collecting.settings import Settings, settings_for
from antiphon.cli.terminal.cannot_run import CannotRun

#: Folders of what is installed.
_INSTALLED = frozenset({"site-packages", "dist-packages"})


def is_left_alone(file: Path, home: Path, settings: Settings) -> bool:
    """Whether a file is installed, or is one that `antiphon check` of the folder `home` would skip."""
    if not _INSTALLED.isdisjoint(file.parts) or file.is_relative_to(sysconfig.get_path("stdlib")):
        return True
    excluded = settings.excluded()
    return any(map(excluded, itertools.takewhile(lambda path: path != home, [file, *file.parents])))


def is_skipped(file: Path, home: Path) -> bool:
    """Whether a file is left alone by the settings of its project. A configuration that is wrong excludes nothing."""
    try:
        settings = settings_for([str(file)])
    except CannotRun:  # which is told where the file's text is judged
        settings = Settings()
    return is_left_alone(file, home, settings)
