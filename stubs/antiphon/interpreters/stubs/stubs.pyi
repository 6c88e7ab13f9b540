# Written by `nox -s generate` from src; do not edit.
"""A module's compiled responses -> its stub, for signatures that only the compiler knows.

A checker cannot see the keywords of `.header_param("sid")`, of a spec that is computed, or of one that was read from a
file. The stub says them. It replaces the module for every checker, so it describes all that is public there, or it is
refused. docs/decisions/0031 says why a response is written as a decorated function.
"""

from types import ModuleType

WIDEST: int
NOTE: str

class UndescribableError(Exception):
    """A module that no stub can describe without lying. `reasons` has a line for each place."""

    reasons: list[str]

    def __init__(self, reasons: list[str]) -> None: ...

def needs_stub(module: ModuleType) -> bool:
    """Whether the module declares a response whose signature type checkers cannot see."""

def stub(module: ModuleType, source: str, file: str) -> str:
    """The text of a module's stub. `file` is what refusals call the source. Raises UndescribableError."""
