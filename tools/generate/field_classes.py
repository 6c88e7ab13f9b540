"""The field classes, read from `src/antiphon/headers`: each module there that defines a class with a `field_name`."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import re
from pathlib import Path
from typing import Any

HEADERS = Path(__file__).parents[2] / "src" / "antiphon" / "headers"


@dataclasses.dataclass(frozen=True)
class FieldClass:
    """One field class as the generator sees it."""

    module: str
    type: Any
    doc: str

    @property
    def field_name(self) -> str:
        return str(self.type.field_name)

    @property
    def class_name(self) -> str:
        return str(self.type.__name__)

    @property
    def step(self) -> str:
        return self.field_name.lower().replace("-", "_")

    @property
    def title(self) -> re.Match[str]:
        """The first line of the module: the field's name, where it is defined, and what it is for."""
        title = re.fullmatch(r"(?P<name>\S+) \((?P<source>.+?)\): (?P<purpose>.+)", self.doc.splitlines()[0])
        if title is None:
            msg = f"{self.module}: the docstring begins with 'Field-Name (source): what it is for.'"
            raise LookupError(msg)
        return title


def field_classes() -> list[FieldClass]:
    """Every field class, by field name. Raises LookupError for one that is not in the file of its name."""
    found = []
    for path in sorted(HEADERS.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = [node.name for node in tree.body if isinstance(node, ast.ClassDef) and _names_a_field(node)]
        module = f"antiphon.headers.{path.stem}"
        found += [
            FieldClass(module, getattr(importlib.import_module(module), name), ast.get_docstring(tree) or "")
            for name in names
        ]
    for field in found:
        if field.module != f"antiphon.headers.{field.step}":
            msg = f"{field.field_name} belongs into headers/{field.step}.py, and is in {field.module}"
            raise LookupError(msg)
    return sorted(found, key=lambda field: field.field_name.lower())


def _names_a_field(node: ast.ClassDef) -> bool:
    return any(
        isinstance(statement, ast.AnnAssign)
        and isinstance(statement.target, ast.Name)
        and statement.target.id == "field_name"
        and statement.value is not None
        for statement in node.body
    )
