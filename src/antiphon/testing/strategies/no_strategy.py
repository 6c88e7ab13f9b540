"""The error for a type that no values can be drawn for."""

from __future__ import annotations

from typing import Any

from antiphon.runtime.field_text import shown


class NoStrategy(LookupError):  # noqa: N818 - it says what is missing, as LookupError does
    """No values can be drawn for a type, or for a response. The text names it, and how a strategy is registered."""


class Endless(NoStrategy):
    """A type contains itself, and this one more level is not drawn."""


def no_strategy(type_: Any, why: str) -> NoStrategy:
    """The error for a type, with the line that mends it."""
    name = type_.__qualname__ if isinstance(type_, type) else str(type_)
    line = f"hypothesis.strategies.register_type_strategy({name}, ...) gives one"
    return NoStrategy(f"there is no strategy for {shown(type_)}: {why}; {line}")
