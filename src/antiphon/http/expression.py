"""Expressions that are compiled when they are first used: of the grammar a process meets a small part.

To compile the expression for a URI takes 2 ms, and an import compiles none of them.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def expression(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The compiled pattern, as far as its methods and attributes go. Functions of `re` do not take it for one.

    An expression that is wrong raises `re.error` when it is first used.
    """
    return cast("re.Pattern[AnyStr]", _Pattern(text, flags))


class _Pattern:
    """In the place of a compiled pattern: each attribute is looked up there once, and is its own from then on."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked for by copy, pickle and inspect, of which none means the pattern
            raise AttributeError(name)
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found
