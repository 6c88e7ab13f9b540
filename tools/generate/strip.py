"""A module of antiphon's own -> its stub, by the same rules as the stubs that `antiphon stubs` writes for others."""

from __future__ import annotations

from collections.abc import Iterable

from antiphon.interpreters.stubs.strip import LyingStubError, with_docstrings
from antiphon.interpreters.stubs.strip import strip as stripped

__all__ = ["NOTE", "LyingStubError", "strip", "with_docstrings"]

NOTE = "# Written by `nox -s generate` from src; do not edit.\n"
#: A function under one of these decorators is a value of this type, and its docstring the value's.
VALUES = {"rule": ("antiphon.rules.rule", "Rule")}


def strip(source: str, name: str, also: Iterable[str] = ()) -> str:
    """The stub of a module. `also` are private names that other modules import. Raises LyingStubError."""
    return NOTE + stripped(source, name, also, values=VALUES)
