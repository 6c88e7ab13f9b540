"""How two texts differ, as a unified diff."""

from __future__ import annotations

import difflib
from typing import Final

_NO_END: Final = "\\ No newline at end of file"
_PAINTS: Final = {"+": "\033[32m", "-": "\033[31m", "@": "\033[36m"}


def difference(before: str, after: str, old: str, new: str) -> str:
    """The diff from one text to another, which are called `old` and `new`; empty where they are the same.

    Each line of it ends with a newline. A last line without one is marked, as `diff` marks it.
    """
    lines = difflib.unified_diff(_lines(before), _lines(after), old, new)
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_END}\n" for line in lines)


def painted(diff: str) -> str:
    """A diff in colours."""
    lines = diff.split("\n")
    return "\n".join(f"{_PAINTS[line[0]]}{line}\033[0m" if line[:1] in _PAINTS else line for line in lines)


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
