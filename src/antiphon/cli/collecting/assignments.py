"""Source positions of a module's top-level assignments."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import ModuleType

from antiphon.cli.collecting.source import source_of
from antiphon.diagnostics.call_site import Position


def assignments(module: ModuleType) -> dict[str, Position] | None:
    """The place where each name of a module is given its value last; names that are imported have none.

    None where the source is out of reach.
    """
    source = source_of(module)
    if source is None:
        return None
    return {name: source.position(node) for node in _statements(source.tree) for name in _names(node)}


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
