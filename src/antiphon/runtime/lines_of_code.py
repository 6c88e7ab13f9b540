"""Lines of Python text, as generated code is made of them."""

from __future__ import annotations


def indented(lines: list[str]) -> list[str]:
    """The lines, one level further in."""
    return [f"    {line}" if line else line for line in lines]


def listed(prefix: str, items: list[str]) -> list[str]:
    """A list on lines of its own."""
    return [f"{prefix}[", *(f"    {item}," for item in items), "]"] if items else [f"{prefix}[]"]
