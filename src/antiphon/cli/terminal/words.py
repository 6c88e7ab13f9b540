"""Small pieces of text that several commands write."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """`1 response`, `2 responses`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def cut(text: str, longest: int) -> str:
    """The beginning of a long text, and how much is left out."""
    left = len(text) - longest
    return text if left <= 0 else f"{text[:longest]}\n... and {counted(left, 'character')} more"
