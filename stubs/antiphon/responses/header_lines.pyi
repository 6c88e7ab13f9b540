# Written by `nox -s generate` from src; do not edit.
"""The header lines that a caller gives: a mapping, a mapping with several values of a name, or pairs.

Each line stays a line. Two cookies that are joined by a comma are one cookie to a browser.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

HeaderLines: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]]

def lines_of(headers: Any) -> list[tuple[Any, Any]]:
    """The lines, each as name and value, in order. Raises ParamError for what is neither a mapping nor pairs."""
