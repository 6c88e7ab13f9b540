# Written by `nox -s generate` from src; do not edit.
"""The error for a type that no values can be drawn for."""

from typing import Any

class NoStrategy(LookupError):
    """No values can be drawn for a type, or for a response. The text names it, and how a strategy is registered."""

class Endless(NoStrategy):
    """A type contains itself, and this one more level is not drawn."""

def no_strategy(type_: Any, why: str) -> NoStrategy:
    """The error for a type, with the line that mends it."""
