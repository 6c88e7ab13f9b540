"""Strategies of values that something takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis.strategies import SearchStrategy

#: After so many refusals, and nothing taken, there is no point in drawing on.
_TRIES = 30


def accepted(
    values: SearchStrategy[Any],
    take: Callable[[Any], Any],
    refusals: type[Exception] | tuple[type[Exception], ...],
    error: Callable[[str], Exception],
) -> SearchStrategy[Any]:
    """The results of a function for the values that it takes; those for which it raises `refusals` are drawn again.

    Where it takes none, `error` makes the exception from its last words.
    """
    refused, taken = 0, False
    nothing, given_up = object(), list[Exception]()

    def taken_or_not(value: Any) -> Any:
        nonlocal refused, taken
        if given_up:  # Hypothesis asks again, and is told the same
            raise given_up[0]
        try:
            made = take(value)
        except refusals as refusal:
            refused += 1
            if not taken and refused > _TRIES:
                words = " ".join(str(refusal).partition("\n")[0].split())
                given_up.append(error(f"{type(refusal).__name__}: {words}" if words else type(refusal).__name__))
                raise given_up[0] from refusal
            return nothing
        taken = True
        return made

    return values.map(taken_or_not).filter(lambda made: made is not nothing)
