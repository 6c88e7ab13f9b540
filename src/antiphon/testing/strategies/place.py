"""The place of a type in a declaration."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis.strategies import SearchStrategy

from antiphon.testing.strategies.constraints import Constraints
from antiphon.testing.strategies.no_strategy import Endless
from antiphon.testing.strategies.scalars import CHARACTERS

#: A class that contains itself is drawn so many levels deep.
_LEVELS = 2


@dataclasses.dataclass(frozen=True)
class Place:
    """The type variables that are known there, the classes around it, the characters of text, and whether NaN may be.

    `resolve` is the function that finds the strategy of a type: see `of_type`.
    """

    resolve: Callable[[Any, Place, Constraints], SearchStrategy[Any]]
    known: Mapping[Any, Any] = dataclasses.field(default_factory=dict)
    within: tuple[Any, ...] = ()
    alphabet: SearchStrategy[str] = CHARACTERS
    nan: bool = False

    def of(self, type_: Any, limits: Constraints | None = None) -> SearchStrategy[Any]:
        """The strategy of a type at this place. Raises NoStrategy."""
        return self.resolve(type_, self, limits or Constraints())

    def inside(self, class_: Any, known: Mapping[Any, Any]) -> Place:
        """The place of the members of a class. Raises Endless where it contains itself too often."""
        if self.within.count(class_) >= _LEVELS:
            raise Endless(f"{class_!r} contains itself")
        return dataclasses.replace(self, within=(*self.within, class_), known=known)
