"""Write or compare the golden files of what targets declare."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Final

from antiphon.cli.collecting.by_module import by_module
from antiphon.cli.collecting.collection import Collection
from antiphon.cli.showing.golden import golden
from antiphon.cli.showing.golden_files import GoldenFile, State, golden_files, paths
from antiphon.cli.showing.varying import twice
from antiphon.cli.terminal.colour import colour_wanted
from antiphon.cli.terminal.difference import painted

_WAYS: Final[dict[State, str]] = {"changed": "changed", "added": "missing", "removed": "left over"}
_DONE = {"added": "wrote", "changed": "wrote", "removed": "removed"}


def run(collection: Collection, folder: Path, *, check: bool, as_json: bool) -> int:
    """Write the files, or with `check` say how they differ. Gives the exit code, 1 where they do.

    Files of responses that are gone are left alone where a single response was asked for.
    """
    placed = list(paths(folder, by_module(collection.judgements, collection.home)))
    texts = twice(lambda: {one.key: golden(one.key, one.judgement.spec) for _, one in placed})
    wanted = {path: (one.key, texts[one.key]) for path, one in placed}
    files = golden_files(folder, wanted, whole=collection.whole)
    differing = [one for one in files if one.state != "same"]
    if not check:
        for one in differing:
            one.write()
    if as_json:
        print(json.dumps(_json_form(files), indent=2, ensure_ascii=False))
    else:
        for one in differing:
            sys.stdout.write(_compared(one) if check else f"{_DONE[one.state]} {one.path}\n")
    if check and differing:
        print(_told(differing, len(files)), file=sys.stderr)
    elif sys.stderr.isatty() and not differing:
        print(f"{len(files)} golden files are as they should be", file=sys.stderr)
    return int(check and bool(differing))


def _told(differing: list[GoldenFile], of: int) -> str:
    """One line: the number of files that differ, and in which ways."""
    counts = Counter(one.state for one in differing)
    ways = ", ".join(f"{counts[state]} {word}" for state, word in _WAYS.items() if counts[state])
    return f"{len(differing)} of {of} golden files differ ({ways}); run it again without --check"


def _compared(one: GoldenFile) -> str:
    """The difference for people: of a file that goes, only that it does."""
    if one.state == "removed":
        return f"{one.path}: no response writes it any more; it was {one.key}\n"
    return painted(one.difference) if colour_wanted(sys.stdout) else one.difference


def _json_form(files: list[GoldenFile]) -> dict[str, object]:
    """For programs: each file, how it differs, and the response that it is of."""
    listed = [
        {"file": one.path.as_posix(), "response": one.key, "state": one.state, "difference": one.difference or None}
        for one in files
    ]
    return {"version": 1, "golden": listed}
