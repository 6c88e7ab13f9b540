# Written by `nox -s generate` from src; do not edit.
"""Cache-Control taken apart (RFC 9111 section 5.2), and the directives that have a meaning there."""

from typing import Literal

from antiphon.http.parsing.pieces import Parameter

ARGUMENTS: dict[str, Literal["nothing", "seconds", "names"]]
REQUEST_ONLY: frozenset[str]

def directives(value: str) -> list[Parameter]:
    """The directives of a Cache-Control value in order, names as they were written."""

def arguments(values: list[str]) -> dict[str, str | None]:
    """The known response directives of all lines, by name in lower case, with the argument of the first of each."""

def meant(directive: Parameter) -> str | None:
    """The directive that a misspelt one was meant to be; None for one that is right, or is an extension."""

def is_directive(directive: Parameter) -> bool:
    """Whether it is written as one: a token, and a token or quoted-string behind `=`; whitespace around `=` aside."""
