"""The names of types in a description: each is read back as the type that it names, and nothing is evaluated."""

from __future__ import annotations

import enum
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.spec.type_name import TypeName


class Colour(enum.Enum):
    """An enumeration that a Literal names."""

    RED = 1
    GREEN = "g"


@given(st.lists(st.text() | st.integers(-(10**9), 10**9) | st.booleans() | st.none() | st.binary(), min_size=1))
def test_a_literal_is_read_back(values: list[Any]) -> None:
    """Whatever a Literal lists: quotes, commas, brackets, spaces and nothing at all among it."""
    literal: Any = Literal[tuple(values)]
    assert literal == TypeName(TypeName.of(literal)[:]).resolve()


@pytest.mark.parametrize(
    "type_",
    [
        Literal[Colour.RED, Colour.GREEN],
        list[Literal["a b", "c"]],
        dict[str, Literal["x]", "y"] | None],
        dict[str, list[int] | None],
        tuple[int, ...],
    ],
)
def test_a_type_is_read_back(type_: Any) -> None:
    """A name that comes from a file leads to the type that was described."""
    assert type_ == TypeName(str(TypeName.of(type_))).resolve()


@pytest.mark.parametrize(
    "text",
    [
        *("Literal[", "Literal[]", "Literal['a'", "Literal[a]", "Literal['a' 'b']", "Literal[f'x']", "Literal[1 2]"),
        *("Literal[__import__('os')]", "Literal['\\x']", "Literal[01]", "Literal[b'é']", "Literal[os:nothing]"),
        *("no_such_module:X", "list[int", "list[int]]", "int | ", "builtins:eval('1')", "int[str]"),
    ],
)
def test_any_other_text_leads_nowhere(text: str) -> None:
    """A text that is not such a name is a LookupError, and is never run."""
    with pytest.raises(LookupError, match="does not name a type"):
        TypeName(text).resolve()
