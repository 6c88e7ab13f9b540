# Written by `nox -s generate` from src; do not edit.
"""Values made up for a type, so that something can be shown where a call would give the real one."""

from typing import Any

class NoSample(LookupError):
    """No value can be made up for a type."""

def sample(type_: Any, within: tuple[type, ...] = ()) -> Any:
    """A value of the type. Raises NoSample where none can be made up.

    `within` are the classes that the value will be part of: one that contains itself ends there.
    """
