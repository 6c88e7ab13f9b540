# Written by `nox -s generate` from src; do not edit.
"""Lists and parameters (RFC 9110 sections 5.6.1, 5.6.4 and 5.6.6), right or wrong."""

from typing import NamedTuple

class Parameter(NamedTuple):
    """One `name=value` as it was written.

    `value` keeps its quotes and is None where there is no `=`. `spaced` tells of whitespace around the `=`.
    """

    name: str
    value: str | None
    spaced: bool = False

def split(text: str, separator: str) -> list[str]:
    """The pieces between separators outside quotes, without the whitespace around them; some may be empty."""

def members(text: str) -> list[str]:
    """The members of a comma-separated list that are not empty."""

def parameter(piece: str) -> Parameter:
    """A piece as a parameter; one that begins with a quote is all name."""

def parameters(pieces: list[str]) -> list[Parameter]:
    """The pieces that are not empty, as parameters."""

def unquoted(text: str) -> str:
    """What a token or quoted-string says."""

def whole_number(text: str) -> int | None:
    """The number that 1*DIGIT says, or None for anything else. However many digits there are, it takes no time."""

def shown(text: str) -> str:
    """A value as a message shows it: quoted, escaped, and cut where it is long."""
