"""The page of a rule for the place of a finding, and the name of the response at a place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from lsprotocol import types

from antiphon.cli.language_server.places import Columns
from antiphon.diagnostics.python_lines import python_lines
from antiphon.diagnostics.refusals import refusal_of
from antiphon.interpreters.rule_pages.page import page
from antiphon.interpreters.rule_pages.refusal_page import refusal_page
from antiphon.rules.registry import rule_of

#: A language of examples that Vim 9.0 has not, and then fails; without it, editors show them as they are.
_LANGUAGE = re.compile(r"^```http$", re.MULTILINE)
_FENCE = re.compile(r"^`{3,}\w*\n", re.MULTILINE)
_NAME = re.compile(r"[^\W\d]\w*")


def pages_at(found: Iterable[types.Diagnostic], where: types.Position) -> str:
    """The pages of the rules whose findings cover a place; empty where there is none."""
    codes = dict.fromkeys(str(one.code) for one in found if _covers(one.range, where))
    return _LANGUAGE.sub("```", "\n\n".join(_page(code) for code in codes))


def plain(markdown: str) -> str:
    """The same for an editor that does not read Markdown: without what begins and ends examples."""
    return _FENCE.sub("", markdown)


def _page(code: str) -> str:
    if (refusal := refusal_of(code)) is not None:
        return refusal_page(refusal)
    rule = rule_of(code)
    return page(rule) if rule is not None else code


def _covers(span: types.Range, where: types.Position) -> bool:
    return covers(span, types.Range(where, where))


def covers(span: types.Range, other: types.Range) -> bool:
    """Whether two ranges touch."""
    start, end, first, last = ((one.line, one.character) for one in (span.start, span.end, other.start, other.end))
    return start <= last and first <= end


def name_at(source: str, where: types.Position, columns: Columns) -> str | None:
    """The name that is pointed at, of something at the top of the module; on the lines that define one, that one."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    named = list(_named(tree))
    lines = python_lines(source)
    line = lines[where.line] if where.line < len(lines) else ""
    column = columns.characters(line, where.character)
    word = next((one[0] for one in _NAME.finditer(line) if one.start() <= column <= one.end()), None)
    if any(name == word for name, _ in named):
        return word
    return next((name for name, its in named if where.line in its), None)


def _named(tree: ast.Module) -> Iterator[tuple[str, range]]:
    """The names that are given at the top of a module, with the lines that define them, from 0."""
    for statement in tree.body:
        its = range(statement.lineno - 1, statement.end_lineno or statement.lineno)
        if isinstance(statement, ast.ClassDef):
            yield statement.name, its[:1]
        elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            yield statement.targets[0].id, its
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield statement.target.id, its
