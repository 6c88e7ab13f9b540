# Written by `nox -s generate` from src; do not edit.
"""Types as a module would write them: by the names that it has, and by import lines for those that it lacks."""

import types
from collections.abc import Iterable
from typing import Any

class UnspellableError(Exception):
    """A type that has no name that another module could use. The text says which."""

class Spelling:
    """Spells types for one module, and remembers what it has to import for them."""

    imports: list[tuple[str, str, str]]

    def __init__(self, module: types.ModuleType) -> None: ...
    def of(self, type_: Any) -> str:
        """The type as source text. Raises UnspellableError."""

    def value(self, value: Any) -> str:
        """A plain value as source text; `...` for one that has none."""

    def imported(self, module: str, name: str) -> str:
        """The name by which something of another module is known here, imported where it is not."""

def import_lines(imports: Iterable[tuple[str, str, str]]) -> list[str]:
    """Import statements, one for each module, in order of their names."""
