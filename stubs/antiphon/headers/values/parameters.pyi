# Written by `nox -s generate` from src; do not edit.
"""Parameters (RFC 9110 section 5.6.6): what follows a value after semicolons."""

from typing import NamedTuple

class Parameter(NamedTuple):
    """One parameter: its name in lower case, its value without quotes (None for none), and how it is written."""

    name: str
    value: str | None
    written: str

def read_parameters(field_name: str, text: str, start: int = 0) -> tuple[list[Parameter], int]:
    """The parameters from `start` on, and where they end.

    Raises FieldError for a name that appears twice, and for an equals sign without a value right after it.
    """
