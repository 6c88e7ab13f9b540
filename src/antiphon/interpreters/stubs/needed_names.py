"""Which statements of a stub are needed: those that define public names, and those that these refer to."""

# pyright: reportMatchNotExhaustive=false
# A syntax tree has many kinds of nodes; each `match` here is about a few of them.

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from contextlib import suppress


def needed(statements: list[ast.stmt], also: set[str]) -> list[ast.stmt]:
    """The statements that define public names, and those that they refer to; of an import, only the names in use."""
    kept: set[int] = set()
    wanted = {name for s in statements for name in defined(s) if not is_private(name)} | also
    used: set[str] = set()
    while True:
        fresh = [
            i for i, s in enumerate(statements) if i not in kept and (defined(s) & wanted or isinstance(s, ast.Expr))
        ]
        if not fresh:
            break
        kept.update(fresh)
        used |= {name for i in fresh for name in _mentioned(statements[i])}
        wanted |= used
    result: list[ast.stmt] = []
    for index, statement in enumerate(statements):
        if isinstance(statement, ast.Import | ast.ImportFrom):
            names = [a for a in statement.names if (a.asname or a.name.partition(".")[0]) in used | also]
            if names:
                statement.names = names
                result.append(statement)
        elif index in kept:
            result.append(statement)
    return result


def defined(node: ast.stmt) -> set[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
        case ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
        case ast.Assign(targets=targets):
            return {target.id for target in targets if isinstance(target, ast.Name)}
    return set()


def _mentioned(node: ast.AST) -> Iterator[str]:
    """The names that a statement refers to, in text as well: `bound="Model | Event[Any]"`, `__all__`."""
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            yield part.id
        elif isinstance(part, ast.Constant) and isinstance(part.value, str) and _TYPE.fullmatch(part.value):
            with suppress(SyntaxError):
                yield from _mentioned(ast.parse(part.value, mode="eval"))


#: Text that may be a type: names, their parameters, and unions.
_TYPE = re.compile(r"[A-Za-z_][\w.,| \[\]]*")


def is_private(name: str) -> bool:
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__"))
