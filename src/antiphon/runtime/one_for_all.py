"""A value that is made when it is first asked for, and is then the same for all threads."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def one_for_all(make: Callable[[K], V]) -> Callable[[K], V]:
    """The same function, with one result for each argument.

    `functools.cache` gives threads that ask at the same moment a result each. For classes that matters: an instance of
    one is not an instance of its double. A result that comes too late is dropped.
    """
    kept: dict[K, V] = {}
    return functools.cache(functools.wraps(make)(lambda of: kept.setdefault(of, make(of))))
