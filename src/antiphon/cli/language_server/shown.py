"""Texts that an editor shows at a place: the page of a rule, and what a response sends."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types

from antiphon.diagnostics.refusals import refusal_of
from antiphon.interpreters.rule_pages.page import page
from antiphon.interpreters.rule_pages.refusal_page import refusal_page
from antiphon.rules.registry import rule_of

#: No editor waits longer for a hover.
_PATIENCE = 45.0


def pages_at(found: Iterable[types.Diagnostic], where: types.Position) -> str:
    """The pages of the rules whose findings cover a place; empty where there is none."""
    codes = dict.fromkeys(str(one.code) for one in found if _covers(one.range, where))
    return "\n\n".join(_page(code) for code in codes)


def _page(code: str) -> str:
    if (refusal := refusal_of(code)) is not None:
        return refusal_page(refusal)
    rule = rule_of(code)
    return page(rule) if rule is not None else code


def _covers(span: types.Range, where: types.Position) -> bool:
    at, start, end = ((one.line, one.character) for one in (where, span.start, span.end))
    return start <= at <= end


def name_at(source: str, where: types.Position) -> str | None:
    """The name that is given to something at the top of the module, on the line that is pointed at."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for statement in tree.body:
        if statement.lineno - 1 <= where.line < (statement.end_lineno or statement.lineno):
            if isinstance(statement, ast.ClassDef) and where.line == statement.lineno - 1:
                return statement.name
            if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                return statement.targets[0].id
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                return statement.target.id
    return None


def wire_of(file: Path, name: str, home: Path) -> str:
    """The lines that a declared response sends, as `antiphon show` writes them; empty where it is not one.

    The module is imported in a process of its own, as it is saved.
    """
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter
            [sys.executable, "-m", "antiphon", "show", f"{file}:{name}"],
            cwd=home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return f"```text\n{done.stdout.rstrip()}\n```" if done.returncode == 0 and done.stdout else ""
