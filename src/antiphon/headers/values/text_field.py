"""Fields whose value is text that must not be mixed up with other text."""

from __future__ import annotations

from collections.abc import Callable


class TextField(str):
    """A field value that is its own wire text, of ASCII characters only; `str.encode` writes it.

    Subclasses check the text when they are called. Copies and pickles take the text as it is, since what a constructor
    takes is not what the value is.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[[type[TextField], str], TextField], tuple[type[TextField], str]]:
        return _again, (type(self), str(self))


def _again(field: type[TextField], text: str) -> TextField:
    return str.__new__(field, text)
