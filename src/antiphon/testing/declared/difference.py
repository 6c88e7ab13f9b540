"""One way in which a response is not as it is declared."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Part: TypeAlias = Literal["status", "field", "cookie", "content"]


class Difference(NamedTuple):
    """The part that differs, its name, and how. It holds no value of a cookie."""

    part: Part
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class NotAsDeclared(ValueError):  # noqa: N818 - it says what was found, and is no fault of the program
    """A text or content is not of the declared type. The message says how, and holds no secret."""


class Unreadable(LookupError):  # noqa: N818 - likewise
    """Nobody can say what value a text was made of: it was written by a function that has no counterpart."""
