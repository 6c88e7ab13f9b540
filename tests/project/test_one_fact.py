"""One fact, one place: no two modules hold tables of nearly the same words, of which one would drift."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.paths import ROOT

SOURCE = ROOT / "src" / "antiphon"
#: The folders that hold facts of standards. Elsewhere tables with the same keys say what to do with each.
FOLDERS = ("http", "diagnostics", "headers", "responses", "spec", "rules", "compiler", "builder", "captures")
#: Fewer words, such as the levels of a finding, are no table.
FEWEST = 4
#: Of all words of two tables, the share that both have.
ALIKE = 0.6


class Table(NamedTuple):
    """The words of one literal: the keys of a dictionary, or the members of a set or a sequence."""

    module: str
    line: int
    words: frozenset[str]


def members(node: ast.AST) -> Iterator[str]:
    """The constant words of a literal, those of unpacked ones and the first of each row included."""
    found = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
    for element in found:
        if isinstance(element, ast.Starred):
            yield from members(element.value)
        elif isinstance(element, ast.Tuple) and element.elts:
            yield from itertools.islice(members(element), 1)
        elif isinstance(element, ast.Constant) and isinstance(element.value, str):
            yield element.value.lower()


def tables(path: Path, text: str) -> Iterator[Table]:
    """The tables that a module assigns."""
    for statement in ast.parse(text).body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            for node in ast.walk(statement.value):
                if isinstance(node, ast.Dict | ast.List | ast.Set | ast.Tuple):
                    words = frozenset(members(node))
                    if len(words) >= FEWEST:
                        yield Table(path.relative_to(SOURCE).as_posix(), statement.lineno, words)


def twins(found: list[Table]) -> list[str]:
    """The pairs of modules whose tables are nearly the same."""
    return [
        f"{one.module}:{one.line} and {other.module}:{other.line}"
        for one, other in itertools.combinations(found, 2)
        if one.module != other.module and len(one.words & other.words) >= ALIKE * len(one.words | other.words)
    ]


@pytest.fixture(scope="module")
def written() -> list[Table]:
    """The tables of the source, but for the index of rules: it is generated of the rules, and drifts from none."""
    paths = [path for folder in FOLDERS for path in sorted((SOURCE / folder).rglob("*.py")) if path.stem != "__init__"]
    paths.remove(SOURCE / "rules" / "index.py")
    return [table for path in paths for table in tables(path, path.read_text())]


def test_no_table_is_written_twice(written: list[Table]) -> None:
    """A fact that a typed field and a rule share comes from `antiphon.http` or from the field."""
    assert [] == twins(written)


def test_a_twin_would_be_found(written: list[Table]) -> None:
    """A copy of the directives of Cache-Control with one left out and one more is seen for what it is."""
    text = (SOURCE / "http" / "parsing" / "cache_control.py").read_text()
    copied = text.replace('    "public": "nothing",', '    "community": "nothing",')
    assert text != copied
    assert twins([*written, *tables(SOURCE / "rules" / "copied.py", copied)])
