# Written by `nox -s generate` from src; do not edit.
"""Types and values as the text of a module that imports them by name."""

from collections.abc import Iterable
from typing import Any

class NotWritable(Exception):
    """A type or a value that another process cannot find by a name. The text says which and why."""

class Names:
    """What a written module imports, and what it calls it. Names that are taken are left alone."""

    def __init__(self, taken: Iterable[str]) -> None: ...
    def own(self, wanted: str) -> str:
        """A name of the module's own: the wanted one, or with a number where it is taken."""

    def imported(self, module: str, name: str, wanted: str = "") -> str:
        """What the module calls `name` of another module."""

    def builtin(self, name: str) -> str:
        """The name itself, unless the module uses it otherwise."""

    def modules(self) -> tuple[str, ...]:
        """The modules that are imported from."""

    def lines(self) -> list[str]:
        """The import statements."""

    def type(self, type_: Any) -> str:
        """A type. Raises NotWritable."""

    def value(self, value: Any) -> str:
        """A value that is known when the module is written. Raises NotWritable."""
