"""Expressions are compiled late, and have the methods of the patterns in whose place they are."""

from __future__ import annotations

import copy
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

import antiphon
from antiphon.http.expression import expression
from tests.support.patience import PATIENCE


def of_antiphon() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each expression of a module, under its name. Modules that an extra is missing for are left out."""
    kind = type(expression("a"))
    for one in pkgutil.walk_packages(antiphon.__path__, "antiphon."):
        if one.name.startswith(("antiphon.http.", "antiphon.rules.", "antiphon.captures.", "antiphon.diagnostics.")):
            for name, value in vars(importlib.import_module(one.name)).items():
                if isinstance(value, kind):
                    yield f"{one.name}.{name}", value


EXPRESSIONS = dict(of_antiphon())


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_each_expression_can_be_compiled(name: str) -> None:
    """A wrong one is found here and not by a user."""
    found = EXPRESSIONS[name]

    assert found.fullmatch(found.pattern[:0]) is None or found.groups >= 0


def test_there_are_expressions() -> None:
    """They are found by walking the modules."""
    assert len(EXPRESSIONS) > 60


def test_it_answers_as_the_pattern_does() -> None:
    """Methods, groups and flags."""
    late, now = expression("(?P<a>b)|c", re.IGNORECASE), re.compile("(?P<a>b)|c", re.IGNORECASE)

    assert late.sub("x", "aBc") == now.sub("x", "aBc") == "axx"
    assert (late.pattern, late.flags, late.groups, late.groupindex) == (
        now.pattern,
        now.flags,
        now.groups,
        now.groupindex,
    )
    found = expression(rb"[a-c]+").search(b"xxab")
    assert found is not None
    assert found[0] == b"ab"


def test_it_can_be_copied() -> None:
    """A copy is another expression of the same text."""
    assert copy.deepcopy(expression("a+")).fullmatch("aa")


def test_a_wrong_expression_is_told_when_it_is_used() -> None:
    """As `re.compile` tells it."""
    with pytest.raises(re.error, match="unterminated"):
        expression("(").search("a")


def test_an_import_compiles_none_of_the_grammar() -> None:
    """The expression for a URI takes longer than all the rest of the module."""
    program = (
        "import re; before = re.compile; re.compile = lambda *a: print(*a) or before(*a); import antiphon.http.grammar"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=PATIENCE)

    assert all(len(line) < 40 for line in done.stdout.splitlines())
