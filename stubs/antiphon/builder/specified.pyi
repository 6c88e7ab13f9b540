# Written by `nox -s generate` from src; do not edit.
"""The result of every field specifier: for type checkers a param's value, at run time a field of a dataclass."""

from typing import Any, Never

from typing_extensions import TypeVar

from antiphon.builder.param_declaration import Specifier

T = TypeVar("T", default=Any)
E = TypeVar("E", default=Never)
MISSING: Any

def specified(specifier: Specifier, default: T) -> T:
    """The field of a specifier; to type checkers a value of the type of its default."""
