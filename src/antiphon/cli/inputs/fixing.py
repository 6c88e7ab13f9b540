"""The edits of `antiphon lint --fix`, written into the files and shown."""

from __future__ import annotations

import difflib
import tokenize
from collections.abc import Iterator, Sequence
from pathlib import Path

from antiphon.cli.collecting.settings import Settings
from antiphon.cli.inputs.sources import python_files
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.sources.inline import accepted, inline
from antiphon.sources.mended import mended
from antiphon.sources.read import UnreadableSourceError, judge_source


def fix_sources(names: Sequence[str], settings: Settings, exclude: Sequence[str]) -> str:
    """Edit the files, and give the diff of all of them. A file that cannot be read stays as it is."""
    return "".join(line for name in names for file in _files(name, settings, exclude) for line in _fix(file, settings))


def _files(name: str, settings: Settings, exclude: Sequence[str]) -> list[Path]:
    try:
        return python_files(name, settings.excluded(exclude))
    except CannotRun:  # the judge says so
        return []


def _fix(file: Path, settings: Settings) -> Iterator[str]:
    try:
        with tokenize.open(file) as stream:
            encoding = stream.encoding
        before = file.read_bytes().decode(encoding)
        comments = inline(before)
        found = judge_source(before, str(file), profile=settings.profile).found
        if any(accepted(one.diagnostic, comments) for one in found):
            return  # its findings are meant
        after, done = mended(before, str(file), profile=settings.profile)
    except (OSError, ValueError, SyntaxError, UnreadableSourceError):
        return
    if not done:
        return
    file.write_bytes(after.encode(encoding))
    yield from difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), str(file), f"{file} (fixed)"
    )
