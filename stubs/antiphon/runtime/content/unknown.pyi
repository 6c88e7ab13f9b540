# Written by `nox -s generate` from src; do not edit.
"""Encode types that msgspec cannot: pydantic models, and types of the standard library that have one plain form.

A subclass of a type that msgspec knows is written as that type is, and True, False and None as keys have the names that
JSON has for them, as in `json.dumps`.
"""

from collections.abc import Callable, Hashable
from typing import Any, Literal

NaN = Literal["error"] | Literal["null"]
Encode = Callable[..., bytes]
DERIVED: dict[type, Callable[[Any], Any]]
PLAIN_FORMS: dict[type, Callable[[Any], Any]]

def model_encoder(type_: Hashable, nan: NaN) -> Encode | None:
    """A function that prints the instances of a pydantic model; None for any other class. No value is cached."""

def without_models(value: Any) -> Any:
    """The same as `_hook`, but None for pydantic models: their encoders have checked them already."""

ENCODERS: dict[NaN, Callable[[Any], bytes]]
