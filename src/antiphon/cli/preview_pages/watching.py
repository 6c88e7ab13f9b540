"""The files of a project, and whether one has changed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

#: The time of the last change and the size of each file.
Snapshot: TypeAlias = Mapping[Path, tuple[int, int]]


def snapshot(files: Iterable[str], folder: str) -> Snapshot:
    """The files as they are now: those that were imported, and the Python files beside and right below them.

    So a new module is seen before anything imports it. The configuration has the targets and the profile.
    """
    named = {Path(file) for file in files}
    found = named | {Path(folder, name) for name in ("pyproject.toml", "antiphon.toml")}
    for place in {path.parent for path in named}:
        with contextlib.suppress(OSError):
            for pattern in ("*.py", "*/*.py"):
                found.update(place.glob(pattern))
    taken = {}
    for path in found:
        with contextlib.suppress(OSError):  # it is gone, which is a change as well
            status = path.stat()
            taken[path] = (status.st_mtime_ns, status.st_size)
    return taken


def changed(before: Snapshot, now: Snapshot, since: int) -> bool:
    """Whether a file of `before` is another now; one that `before` does not have counts where it is younger.

    `since` is the time that `before` was taken, in nanoseconds: files are found while they are read.
    """
    if any(now.get(path) != there for path, there in before.items()):
        return True
    return any(there[0] > since for path, there in now.items() if path not in before)
