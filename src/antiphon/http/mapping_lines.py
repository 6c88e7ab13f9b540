"""The field lines in a mapping of any library."""

from __future__ import annotations

from typing import Any

#: How mappings with several values of a name give all the values of one: Werkzeug, multidict, Tornado, email.message.
_READERS = ("getlist", "getall", "get_list", "get_all")


def mapping_lines(mapping: Any) -> list[tuple[Any, Any]] | None:
    """Every line, as name and value, in order; None for what has no items."""
    every = getattr(mapping, "multi_items", None) or getattr(mapping, "items", None)
    if every is None:
        return None
    lines = [(name, value) for name, value in every()]
    reader = next((found for name in _READERS if (found := getattr(mapping, name, None))), None)
    if reader is None or len({str(name).lower() for name, _ in lines}) < len(lines):  # each line is there by itself
        return lines
    return [(name, value) for name, _ in lines for value in reader(name) or ()]
