"""Code for one class of responses alone.

CPython specialises the code of a function for the classes of the objects that it met last (PEP 659). Functions that are
made by one factory share their code, and where they meet instances of several classes in turn, it fits none of them.
docs/decisions/0101-what-a-small-response-costs.md has what that costs.
"""

from __future__ import annotations

from types import CodeType, FunctionType
from typing import Any


def own_code(function: Any) -> Any:
    """The same function with code of its own, and so have the functions that it makes."""
    made = FunctionType(
        _copied(function.__code__), function.__globals__, function.__name__, function.__defaults__, function.__closure__
    )
    made.__kwdefaults__, made.__module__ = function.__kwdefaults__, function.__module__
    return made


def _copied(code: CodeType) -> CodeType:
    return code.replace(co_consts=tuple(_copied(one) if isinstance(one, CodeType) else one for one in code.co_consts))
