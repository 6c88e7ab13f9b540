# Written by `nox -s generate` from src; do not edit.
"""A command that cannot do what it was asked."""

from collections.abc import Iterable

class CannotRun(Exception):
    """What was asked for does not exist or cannot be read: exit code 2."""

    what: str
    where: str
    help: str

    def __init__(self, what: str, *, where: str, help: str) -> None: ...
    def show(self) -> None:
        """Say on stderr what, where and help."""

def close_to(word: str, known: Iterable[str]) -> str:
    """`did you mean ...?` for the known words that look like this one; empty where none does."""
