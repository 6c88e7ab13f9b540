# Written by `nox -s generate` from src; do not edit.
"""How far apart two words are."""

from collections.abc import Iterable

def distance(one: str, other: str) -> int:
    """The fewest letters to insert, delete, change or swap with a neighbour (optimal string alignment)."""

def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most probably meant: one letter off, two or three in long ones; None if none."""
