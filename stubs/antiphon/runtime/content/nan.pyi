# Written by `nox -s generate` from src; do not edit.
"""Where NaN and the infinities can hide in content of a declared type.

msgspec writes them as `null` without a word. So where a type can hold a float, and `null` was written, the floats of
the content are looked at: only those, along paths that are worked out when the response is compiled.
"""

from collections.abc import Callable
from typing import Any

Finder = Callable[[Any], bool]

def holds_nan(content: object) -> bool:
    """Whether a NaN or an infinity stands anywhere in a value of whatever type."""

def nan_finder(type_: Any) -> Finder | None:
    """A function that looks at the floats of a value of that type; None where the type can hold none."""

def direct_floats(type_: Any) -> tuple[tuple[str, bool], ...] | None:
    """The attributes of a class that are floats, each with whether it may be None; None where floats hide deeper.

    Generated code can look at these by itself, which is four times quicker than searching the encoded octets.
    """

def may_hold_nan(content: object) -> bool:
    """Whether it is worth looking for NaN at all: a quick test by MessagePack, which keeps floats apart from null."""
