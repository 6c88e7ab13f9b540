"""Code actions: the edit that the help of a finding leaves no choice about, and the page of its rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from antiphon.cli.language_server.places import Columns
from antiphon.diagnostics.python_lines import python_lines
from antiphon.sources.fixes import fixed


def actions(uri: str, source: str, found: Iterable[types.Diagnostic], columns: Columns) -> Iterator[types.CodeAction]:
    """One action for each finding that has an edit. Nothing is changed until the user takes it."""
    lines = python_lines(source)
    for one in found:
        code = str(one.code)
        after = fixed(source, code, columns.as_position(one.range, lines)) if one.source == "antiphon" else None
        if after is None:
            continue
        yield types.CodeAction(
            title=f"{code}: {_advice(one.message)}",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[one],
            is_preferred=True,
            edit=types.WorkspaceEdit(changes={uri: [_edit(source, after)]}),
        )


def _advice(message: str) -> str:
    """The help of a finding, as its message has it."""
    return next((line[6:] for line in message.splitlines() if line.startswith("help: ")), "mend it")


def _edit(before: str, after: str) -> types.TextEdit:
    """The smallest run of whole lines that differs."""
    old, new = python_lines(before, keepends=True), python_lines(after, keepends=True)
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return types.TextEdit(
        range=types.Range(types.Position(start, 0), types.Position(len(old) - end, 0)),
        new_text="".join(new[start : len(new) - end]),
    )
