# Written by `nox -s generate` from src; do not edit.
"""Fields whose value is text that must not be mixed up with other text."""

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

    def __reduce__(self) -> tuple[Callable[[str], Self], tuple[str]]: ...
