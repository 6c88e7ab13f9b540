# Written by `nox -s generate` from src; do not edit.
"""The error for an input that cannot be read."""

from typing import Any

class WireError(ValueError):
    """The input is not a response. `what` says why, and `help` what to give instead.

    `line` says where, counted from 1; None where that is not known. The text never holds the value of a field.
    """

    what: str
    help: str
    line: int | None

    def __init__(self, what: str, *, help: str, line: int | None = None) -> None: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
