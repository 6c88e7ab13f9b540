# Written by `nox -s generate` from src; do not edit.
"""How a compiled response is called."""

from collections.abc import Callable
from typing import Any

def signature(name: str, compiled: Callable[..., Any]) -> str:
    """`name(parameters) -> class`, with the short names of types; one parameter a line where it is long."""
