"""The Python files below a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from antiphon.cli.collecting.excluded import Excluded


def python_files(
    folder: Path, excluded: Excluded, unreadable: Callable[[OSError], None], *, links: bool
) -> Iterator[Path]:
    """The files in the order of their names, without those that are excluded.

    A folder that may not be read is told, and the others are read. `links` says whether links to folders are followed;
    each folder is read once, also where links lead in a circle.
    """
    yield from _below(folder, excluded, unreadable, set() if links else None)


def _below(
    folder: Path, excluded: Excluded, unreadable: Callable[[OSError], None], seen: set[str] | None
) -> Iterator[Path]:
    if seen is not None:
        real = os.path.realpath(folder)
        if real in seen:
            return
        seen.add(real)
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        unreadable(error)
        return
    for entry in entries:
        try:
            if excluded(entry):
                continue
        except OSError as error:  # it may not be looked into, to see what it is
            unreadable(error)
            continue
        if entry.is_dir():
            if seen is not None or not entry.is_symlink():
                yield from _below(entry, excluded, unreadable, seen)
        elif entry.suffix == ".py" and entry.is_file():
            yield entry
