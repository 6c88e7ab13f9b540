"""The source of a module, parsed."""

from __future__ import annotations

import ast
import linecache
from types import ModuleType
from typing import NamedTuple

from antiphon.diagnostics.call_site import Position


class Source(NamedTuple):
    """The statements of a file, and its lines."""

    file: str
    lines: list[str]
    tree: ast.Module

    def position(self, node: ast.stmt | ast.expr | ast.keyword) -> Position:
        """The place of a node; of a class its name."""
        start = len(self.lines[node.lineno - 1].encode()[: node.col_offset].decode()) + 1
        if isinstance(node, ast.ClassDef):
            return Position(self.file, node.lineno, start, node.lineno, start + len(f"class {node.name}"))
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
        end = len(self.lines[end_line - 1].encode()[:end_column].decode()) + 1
        return Position(self.file, node.lineno, start, end_line, end)


def source_of(module: ModuleType) -> Source | None:
    """The source of a module; None where it is out of reach."""
    return source_of_file(getattr(module, "__file__", None) or "")


def source_of_file(file: str) -> Source | None:
    """The source of a file; None where it is out of reach."""
    lines = linecache.getlines(file)
    try:
        tree = ast.parse("".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # it has changed since it was imported
        return None
    return Source(file, lines, tree) if lines else None
