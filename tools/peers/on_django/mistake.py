"""A mistake as a framework on Django spells it."""

from __future__ import annotations

from typing import NamedTuple


class Mistake(NamedTuple):
    """The lines of a view, wrong and right; what is declared; lines above the class; what the right one declares."""

    bad: str
    good: str
    declared: str = ""
    above: str = ""
    declared_right: str = ""
