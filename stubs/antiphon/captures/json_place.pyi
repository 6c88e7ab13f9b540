# Written by `nox -s generate` from src; do not edit.
"""Where values stand in a JSON text, which Python's own decoder does not say."""

from collections.abc import Iterator

def items(text: str, at: int) -> Iterator[tuple[str | int, int, int]]:
    """The members of an object, or the elements of an array, that begins at an offset: key, start and end of the value.

    Nothing for a value of another kind. The text is one that `json.loads` has read.
    """

def find(text: str, at: int, *path: str | int) -> tuple[int, int] | None:
    """Start and end of the value that a path leads to, from the value at an offset; None where it leads nowhere."""
