"""The edits of `antiphon check --fix`, kept only if the modules have fewer findings when they are imported again."""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from antiphon.cli.isolated.request import Outcome, Request
from antiphon.cli.terminal.difference import difference
from antiphon.cli.terminal.whole_file import write_whole
from antiphon.diagnostics.call_site import Position
from antiphon.sources.fixes import FIXES, fixed
from antiphon.sources.python_text import PythonText, python_text


@dataclasses.dataclass(frozen=True)
class _Edit:
    """A file, its source, and the text in its place."""

    path: Path
    source: PythonText
    after: str


def fix_declared(request: Request, judged: Callable[[Request], Outcome]) -> str:
    """Edit the declarations, judge them again, and give the diff. Raises OSError.

    What the edits made worse is put back, and so is everything where judging ends in another way.
    """
    asked = dataclasses.replace(request, format="json", quiet=True)
    before = _findings(judged(asked))
    edits = list(_edits(before))
    if not edits:
        return ""
    done: list[_Edit] = []
    better = False
    try:
        for one in edits:
            write_whole(one.path, one.source.encoded(one.after))
            done.append(one)
        codes = Counter(one["code"] for one in before)
        again = Counter(one["code"] for one in _findings(judged(asked)))
        better = not again - codes and again != codes
    finally:
        if not better:
            for one in done:
                write_whole(one.path, one.source.octets)
    if not better:
        return ""
    return "".join(difference(one.source.text, one.after, str(one.path), f"{one.path} (fixed)") for one in edits)


def _edits(findings: list[dict[str, Any]]) -> Iterator[_Edit]:
    """An edit for each file that has findings with one; none of a file that has become something else meanwhile."""
    for file in sorted({one["position"]["file"] for one in findings if one["position"] and one["code"] in FIXES}):
        with contextlib.suppress(OSError, ValueError):
            source = python_text(Path(file).read_bytes())
            found = [one for one in findings if one["position"] and one["position"]["file"] == file]
            after = _edited(source.text, found)
            if after != source.text:
                source.encoded(after)
                yield _Edit(Path(file), source, after)


def _findings(outcome: Outcome) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(outcome.out)["findings"] if outcome.out else []
    return found


def _edited(source: str, findings: list[dict[str, Any]]) -> str:
    """The source with the edit of each finding, from the last place to the first, so that places still hold."""
    places = {(one["code"], Position(**one["position"])) for one in findings}
    for code, where in sorted(places, key=lambda place: (place[1].line, place[1].column, place[0]), reverse=True):
        changed = fixed(source, code, where)
        if changed is not None and _parses(changed):
            source = changed
    return source


def _parses(source: str) -> bool:
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    return True
