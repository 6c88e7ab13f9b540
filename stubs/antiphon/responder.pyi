# Written by `nox -s generate` from src; do not edit.
"""A generated function with the extension's quick way in front of it: see `antiphon.native`.

HOT. Knows no pydantic and no spec.
"""

from collections.abc import Callable
from typing import Any, TypeGuard

from antiphon.shape import Shape

def may_be_compiled(value: object) -> TypeGuard[Callable[..., Any]]:
    """Whether a value is of a type that `.compile()` returns; one that was compiled has a `spec`, too."""

def quickened(shape: Shape, cells: list[Any], respond: Any) -> Any:
    """A compiled function, and its `send`, by the extension where it is there and knows the shape.

    What it does not know, it leaves to the function, with the arguments as they were.
    """

def quicken_reply(shape: Shape, cells: list[Any], reply: Any) -> None:
    """Give a class of replies, which has its `__init__`, the extension's constructor and its way to be sent.

    A class that does more than to declare a response keeps what Python has for it.
    """
