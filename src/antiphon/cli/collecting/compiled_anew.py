"""Imports of the user's own files that see each edit, however soon it comes."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator
from importlib.machinery import SourceFileLoader
from importlib.util import source_from_cache
from pathlib import Path
from typing import Any

from antiphon.cli.collecting.own_code import is_own

#: CPython takes a compiled file for a source of the same size whose last change was in the same second. One that was
#: written so many nanoseconds after that change has all of it.
_LONG_AFTER = 2 * 10**9


@contextlib.contextmanager
def compiled_anew() -> Generator[None]:
    """While this lasts, a compiled file is neither read nor written where a change within a second would not show."""
    kept: Any = SourceFileLoader
    get_data, set_data = kept.get_data, kept.set_data

    def get(self: SourceFileLoader, path: str) -> bytes:
        source = _own_source(path)
        if source is not None and source.stat().st_mtime_ns + _LONG_AFTER > Path(path).stat().st_mtime_ns:
            raise FileNotFoundError(path)
        octets: bytes = get_data(self, path)
        return octets

    def put(self: SourceFileLoader, path: str, data: bytes, **options: Any) -> None:
        source = _own_source(path)
        with contextlib.suppress(FileNotFoundError):  # the source has gone meanwhile
            if source is None or source.stat().st_mtime_ns + _LONG_AFTER <= time.time_ns():
                set_data(self, path, data, **options)

    kept.get_data, kept.set_data = get, put
    try:
        yield
    finally:
        kept.get_data, kept.set_data = get_data, set_data


def _own_source(path: str) -> Path | None:
    """The user's file that a compiled file was made from; None for everything else."""
    with contextlib.suppress(ValueError):  # it is a source, or data beside one
        source = source_from_cache(path)
        return Path(source) if is_own(source) else None
    return None
