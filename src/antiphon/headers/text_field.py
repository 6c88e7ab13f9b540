"""Fields whose value is text that must not be mixed up with other text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self


class TextField(str):
    """A field value that is its own wire text, of ASCII characters only; `str.encode` writes it.

    Subclasses check the text when they are called. Copies and pickles go through `decode`, since what the constructor
    takes is not what the value is.
    """

    __slots__ = ()

    @classmethod
    def decode(cls, value: str) -> Self:
        """The value of a wire text; each subclass checks the text first."""
        return str.__new__(cls, value)

    def __reduce__(self) -> tuple[Callable[[str], Self], tuple[str]]:
        return type(self).decode, (str(self),)
