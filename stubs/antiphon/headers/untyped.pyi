# Written by `nox -s generate` from src; do not edit.
"""Fields without a class of their own whose text is judged all the same, where a param gives it at the call.

Each check is the one that the field's rule asks, so a text that a call accepts is accepted as a declaration.
"""

from collections.abc import Callable, Mapping
from typing import Final

Fault = Callable[[str], str]

def query_fault(value: str) -> str:
    """Why clients find nothing in an Accept-Query: a structured list of strings and tokens, each a media range."""

UNTYPED: Final[Mapping[str, Fault]]
