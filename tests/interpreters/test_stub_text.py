"""Constants and docstrings in stubs: a stub says as much as its module, and is Python whatever a text holds."""

from __future__ import annotations

import ast
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.interpreters.stubs.strip import escaped, strip, with_docstrings
from antiphon.interpreters.stubs.type_text import Spelling


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("LIMIT: Final = 3", "LIMIT: Final = 3"),
        ("LIMIT: Final = -3", "LIMIT: Final = -3"),
        ("LIMIT: typing.Final = 'a'", "LIMIT: typing.Final = 'a'"),
        ("NAMES: Final = ('a', 'b')", "NAMES: Final[tuple[str, ...]]"),
        ("RATE: Final[float] = 0.5", "RATE: Final[float]"),
        ("WAIT: Final = timedelta(1)", "WAIT: Final = timedelta(1)"),
    ],
)
def test_a_final_constant_keeps_its_type(line: str, expected: str) -> None:
    """`LIMIT: Final` alone is an error in a stub, and unknown to every type checker."""
    imports = "import typing\nfrom datetime import timedelta\nfrom typing import Final\n"

    assert expected == strip(f"{imports}{line}\n", "module").splitlines()[-1]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
def test_any_text_can_be_a_docstring(text: str) -> None:
    """Quotes, backslashes, NUL and line ends included: what is read is what was said."""
    assert text == ast.literal_eval(f'"""{escaped(text)}"""')

    said = ast.parse(with_docstrings(f"x: int\n{text!r}\n")).body[1]
    assert isinstance(said, ast.Expr)
    assert isinstance(said.value, ast.Constant)
    assert text == said.value.value


@pytest.mark.parametrize(("value", "expected"), [(1.5, "1.5"), (float("inf"), "..."), (float("nan"), "...")])
def test_a_default_is_written_where_it_has_a_text(value: float, expected: str) -> None:
    """`inf` would be a name that no stub has."""
    assert expected == Spelling(ModuleType("shop")).value(value)
