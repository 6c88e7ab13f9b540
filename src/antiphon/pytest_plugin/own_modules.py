"""Antiphon's own modules are loaded as Python loads modules.

pytest rewrites the `assert` statements of every module in a distribution that has a plug-in of its. Those of a judge
are not a test's, and pytest's loader takes longer than Python's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType


class OwnModules(MetaPathFinder):
    """Finds antiphon's modules, before pytest does, and no others."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spec that Python itself finds for one of them."""
        return PathFinder.find_spec(fullname, path, target) if fullname.startswith("antiphon.") else None
