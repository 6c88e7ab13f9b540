# Written by `nox -s generate` from src; do not edit.
"""The modules that TARGETs name."""

from collections.abc import Sequence
from types import ModuleType

def modules(texts: Sequence[str]) -> dict[str, ModuleType]:
    """The modules of the targets by name, with those below them. Raises CannotRun where one is missing or raises."""
