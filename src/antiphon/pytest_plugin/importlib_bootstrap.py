"""A loader around another one, which leaves no trace in what the module sees.

The name of this file is part of it: `warnings` leaves out the frames of files whose names have "importlib" and
"_bootstrap" in them, so a module that warns as it is imported still names who imports it, and filters by module hold.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from types import ModuleType


class ThenLoader(Loader):
    """Loads a module as the other loader does, gives the module that one back, and then calls `then` with it."""

    def __init__(self, loader: Loader, then: Callable[[ModuleType], None]) -> None:
        self._loader, self._then = loader, then

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        self._loader.exec_module(module)
        self._then(module)
