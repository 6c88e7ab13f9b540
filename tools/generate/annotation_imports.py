"""The imports that written annotations need, as the module has them that they come from."""

from __future__ import annotations

import ast
import builtins
import dataclasses
import inspect
import sys


@dataclasses.dataclass
class Imports:
    """The names that annotations and bodies use, by the module they come from."""

    by_module: dict[str, set[str]] = dataclasses.field(default_factory=dict)

    def add(self, module: str, name: str) -> None:
        self.by_module.setdefault(module, set()).add(name)

    def add_annotation(self, annotation: str, module: str) -> None:
        """The imports that the names in an annotation need, as `module` has them."""
        sources = _import_sources(module)
        for node in ast.walk(ast.parse(annotation, mode="eval")):
            if isinstance(node, ast.Name) and not hasattr(builtins, node.id):
                self.add(sources.get(node.id, module), node.id)

    def lines(self) -> str:
        return "\n".join(
            f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(self.by_module.items())
        )


def _import_sources(module: str) -> dict[str, str]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
