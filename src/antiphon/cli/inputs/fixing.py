"""The edits of `antiphon lint --fix`, written into the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from antiphon.cli.collecting.settings import Settings
from antiphon.cli.inputs.sources import source_files
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.cli.terminal.difference import difference
from antiphon.cli.terminal.whole_file import write_whole
from antiphon.sources.inline import accepted, inline
from antiphon.sources.mended import mended
from antiphon.sources.python_text import python_text
from antiphon.sources.read import UnreadableSourceError, judge_source


def fix_sources(names: Sequence[str], settings: Settings, exclude: Sequence[str]) -> Iterator[str]:
    """Edit the files, and give the diff of each. One that cannot be read stays as it is. Raises OSError.

    The judge says later what cannot be read.
    """
    excluded = settings.excluded(exclude)
    for name in names:
        try:
            files = source_files(name, excluded, [])
        except CannotRun:
            continue
        for file in files:
            yield _fix(file, settings)


def _fix(file: Path, settings: Settings) -> str:
    try:
        source = python_text(file.read_bytes())
        comments = inline(source.text)
        found = judge_source(source.text, str(file), profile=settings.profile).found
        if any(accepted(one.diagnostic, comments) for one in found):
            return ""  # its findings are meant
        after, done = mended(source.text, str(file), profile=settings.profile)
        octets = source.encoded(after)
    except (OSError, ValueError, UnreadableSourceError):
        return ""
    if not done:
        return ""
    write_whole(file, octets)
    return difference(source.text, after, str(file), f"{file} (fixed)")
