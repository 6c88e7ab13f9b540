"""The edit distance of two words."""

from __future__ import annotations

from collections.abc import Iterable


def distance(one: str, other: str) -> int:
    """The fewest letters to insert, delete, change or swap with a neighbour (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, second in enumerate(other, 1):
            cost = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (letter != second))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == second:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most probably meant: one letter off, two or three in long ones; None if none."""
    limit = 1 if len(word) < 8 else 2 if len(word) < 16 else 3
    near = [(distance(word, other), other) for other in known if abs(len(word) - len(other)) <= limit]
    best = min(near, default=(limit + 1, ""))
    return best[1] if best[0] <= limit else None
