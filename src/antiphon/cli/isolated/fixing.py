"""The edits of `antiphon check --fix`, kept only if the modules have fewer findings when they are imported again."""

from __future__ import annotations

import ast
import dataclasses
import difflib
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from antiphon.cli.isolated.request import Outcome, Request
from antiphon.diagnostics.call_site import Position
from antiphon.sources.fixes import FIXES, fixed


def fix_declared(request: Request, judged: Callable[[Request], Outcome]) -> str:
    """Edit the declarations, judge them again, and give the diff; what the edits made worse is put back."""
    asked = dataclasses.replace(request, format="json", quiet=True)
    before = _findings(judged(asked))
    edited: dict[Path, tuple[str, str]] = {}
    for file in {one["position"]["file"] for one in before if one["position"] and one["code"] in FIXES}:
        path = Path(file)
        source = path.read_text(encoding="utf-8")
        after = _edited(source, [one for one in before if one["position"] and one["position"]["file"] == file])
        if after != source:
            edited[path] = (source, after)
            path.write_text(after, encoding="utf-8")
    if not edited:
        return ""
    codes = Counter(one["code"] for one in before)
    again = Counter(one["code"] for one in _findings(judged(asked)))
    if again - codes or again == codes:
        for path, (source, _) in edited.items():
            path.write_text(source, encoding="utf-8")
        return ""
    return "".join(
        line
        for path, (source, after) in sorted(edited.items())
        for line in difflib.unified_diff(
            source.splitlines(keepends=True), after.splitlines(keepends=True), str(path), f"{path} (fixed)"
        )
    )


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
