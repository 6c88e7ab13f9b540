"""A function that becomes the `__init__` of a class of replies, with the signature that people and tools see."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any


def written_init(construct: Callable[..., None], cls: type, parameters: Iterable[inspect.Parameter]) -> Any:
    """The function, named after the class, with these parameters in the place of its own `**given`."""
    init: Any = construct
    init.__name__ = "__init__"
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__signature__ = inspect.Signature(list(parameters))
    return init
