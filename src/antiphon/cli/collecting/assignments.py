"""Source positions of a module's top-level assignments."""

from __future__ import annotations

import ast
import linecache
from collections.abc import Iterator
from types import ModuleType

from antiphon.diagnostics.call_site import Position


def assignments(module: ModuleType) -> dict[str, Position] | None:
    """The place where each name of a module is given its value last; names that are imported have none.

    None where the source is out of reach.
    """
    file = getattr(module, "__file__", None) or ""
    text = "".join(linecache.getlines(file))
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # it has changed since it was imported
        return None
    if not text:
        return None
    lines = text.splitlines()
    return {name: _position(file, lines, node) for node in _statements(tree) for name in _names(node)}


def _statements(node: ast.AST) -> Iterator[ast.stmt]:
    """The statements that run when the module is imported, but for the bodies of classes."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            yield child
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.expr):
            yield from _statements(child)


def _names(node: ast.stmt) -> Iterator[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    if isinstance(node, ast.ClassDef):
        yield node.name
    for target in targets:
        yield from (part.id for part in ast.walk(target) if isinstance(part, ast.Name))


def _position(file: str, lines: list[str], node: ast.stmt) -> Position:
    start = len(lines[node.lineno - 1].encode()[: node.col_offset].decode()) + 1
    if isinstance(node, ast.ClassDef):
        return Position(file, node.lineno, start, node.lineno, start + len(f"class {node.name}"))
    end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
    end = len(lines[end_line - 1].encode()[:end_column].decode()) + 1
    return Position(file, node.lineno, start, end_line, end)
