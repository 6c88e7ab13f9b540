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
