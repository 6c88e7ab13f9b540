"""Processes that are found by a word in their command lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def running(mark: str) -> Iterator[int]:
    """The processes with a word in their command lines."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if mark.encode() in words:
            yield int(entry.name)
