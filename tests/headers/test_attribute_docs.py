"""Every attribute of a field and of a spec model says something where an editor shows it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.support.paths import ROOT

FILES = [
    *sorted((ROOT / "src/antiphon/headers").rglob("*.py")),
    *sorted((ROOT / "src/antiphon/spec").rglob("*.py")),
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(Path(file).relative_to(ROOT / "src/antiphon")))
def test_attributes_have_docstrings(file: Path) -> None:
    """Below each public attribute of an instance is a sentence; what a class repeats of its base has it there."""
    silent = []
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
            continue
        for statement, after in zip(node.body, [*node.body[1:], None], strict=True):
            if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
                continue
            inherited = "ClassVar" in ast.unparse(statement.annotation) and file.name != "field.py"
            if inherited or statement.target.id.startswith("_"):
                continue
            told = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            if not told or not str(ast.literal_eval(after.value)).endswith("."):  # type: ignore[union-attr]  # told
                silent.append(f"{node.name}.{statement.target.id}")

    assert [] == silent
