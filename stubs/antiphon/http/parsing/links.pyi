# Written by `nox -s generate` from src; do not edit.
"""Link taken apart (RFC 8288 section 3): commas separate links, and may stand in their targets and titles."""

from typing import NamedTuple

from antiphon.http.parsing.pieces import Parameter, parameters

class Link(NamedTuple):
    """One link: where it leads, and its parameters in order."""

    target: str
    parameters: tuple[Parameter, ...]

def links(value: str) -> tuple[list[Link], list[str]]:
    """The links of a field value, and the list members that are none."""
