# Written by `nox -s generate` from src; do not edit.
"""A value as the Python that makes it, over several lines where one would be too long."""

from typing import Any

from antiphon.rules.rule import Example
from antiphon.spec import ResponseSpec
from antiphon.spec.model import Model

WIDTH: int
MANY: int

def example_of(spec: ResponseSpec) -> Example:
    """The one cookie or header of a response that has nothing else; any other response itself."""

def imports_of(value: Model) -> str:
    """The import lines that `spelling(value)` needs."""

def spelling(value: Any, indent: int = 0) -> str:
    """An expression that gives an equal value: cookie values are shown, since an example holds no secret."""
