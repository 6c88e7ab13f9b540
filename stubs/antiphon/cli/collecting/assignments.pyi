# Written by `nox -s generate` from src; do not edit.
"""Where a module gives its names their values."""

from types import ModuleType

from antiphon.diagnostics.call_site import Position

def assignments(module: ModuleType) -> dict[str, Position] | None:
    """The place where each name of a module is given its value last; names that are imported have none.

    None where the source is out of reach.
    """
