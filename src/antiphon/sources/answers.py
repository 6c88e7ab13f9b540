"""The answers about names of a module, each looked for once, as far as it was not cut short."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeAlias, TypeVar

#: A scope, by its identity, and a name in it.
Key: TypeAlias = tuple[int, str]
T = TypeVar("T")


class Answers(Generic[T]):
    """The meanings of names: one that is bound a hundred times, each time by way of itself, is asked for once.

    While a name is looked for, it means nothing. An answer that the limit of depth has cut short holds for whoever asks
    from that depth or below. From above, it is looked for again: no more often than there are depths.
    """

    def __init__(self) -> None:
        self._known: dict[Key, tuple[T, int]] = {}
        self._cut = 0

    def of(self, key: Key, within: int, look: Callable[[], T], *, unknown: T) -> T:
        """The answer that `look` gives at this depth, or gave."""
        answer, deepest = self._known.get(key, (unknown, within + 1))
        if deepest <= within:
            self._cut += deepest > 0
            return answer
        self._known[key] = unknown, 0
        before = self._cut
        answer = look()
        self._known[key] = answer, within if self._cut > before else 0
        return answer

    def cut_short(self, answer: T) -> T:
        """This answer, given because the limit of depth was reached."""
        self._cut += 1
        return answer
