# Written by `nox -s generate` from src; do not edit.
"""Authentication challenges taken apart (RFC 9110 section 11.6.1): commas separate them, and their parameters too."""

from typing import NamedTuple

from antiphon.http.parsing.pieces import Parameter

class Challenge(NamedTuple):
    """One challenge: its scheme, and its parameters in order. A token68 is no parameter."""

    scheme: str
    parameters: tuple[Parameter, ...]

def challenges(value: str) -> tuple[list[Challenge], list[str]]:
    """The challenges of a field value, and the list members that are neither a challenge nor a parameter of one."""
