"""Cache-Control taken apart (RFC 9111 section 5.2), and the directives that have a meaning there."""

from __future__ import annotations

from typing import Literal

from antiphon.http.expression import expression
from antiphon.http.grammar import QUOTED_STRING, TOKEN
from antiphon.http.parsing.edit_distance import nearest
from antiphon.http.parsing.pieces import Parameter, members, parameter, unquoted

#: The argument of each response directive: none, seconds, or optional field names. One row a directive, in
#: the order in which antiphon writes them. RFC 9111 section 5.2.2 unless said.
ARGUMENTS: dict[str, Literal["nothing", "seconds", "names"]] = {
    "public": "nothing",  # 5.2.2.9
    "private": "names",  # 5.2.2.7
    "no-cache": "names",  # 5.2.2.4
    "must-understand": "nothing",  # 5.2.2.3
    "no-store": "nothing",  # 5.2.2.5
    "max-age": "seconds",  # 5.2.2.1
    "s-maxage": "seconds",  # 5.2.2.10
    "must-revalidate": "nothing",  # 5.2.2.2
    "proxy-revalidate": "nothing",  # 5.2.2.8
    "stale-while-revalidate": "seconds",  # RFC 5861 section 3
    "stale-if-error": "seconds",  # RFC 5861 section 4
    "no-transform": "nothing",  # 5.2.2.6
    "immutable": "nothing",  # RFC 8246 section 2
}
#: RFC 9111 section 5.2.1: directives of requests that a response cannot have.
REQUEST_ONLY = frozenset({"max-stale", "min-fresh", "only-if-cached"})

_LETTERS = expression(r"[^a-z]")
_KNOWN = {_LETTERS.sub("", name): name for name in (*ARGUMENTS, *REQUEST_ONLY)}
#: Directives in use that look misspelt and are correct.
_EXTENSIONS = frozenset({"pre-check", "post-check"})


def directives(value: str) -> list[Parameter]:
    """The directives of a Cache-Control value in order, names as they were written."""
    return [parameter(member) for member in members(value)]


def arguments(values: list[str]) -> dict[str, str | None]:
    """The known response directives of all lines, by name in lower case, with the argument of the first of each."""
    found: dict[str, str | None] = {}
    for value in values:
        for directive in directives(value):
            name = directive.name.lower()
            if name in ARGUMENTS:
                found.setdefault(name, directive.value)
    return found


def meant(directive: Parameter) -> str | None:
    """The directive that a misspelt one was meant to be; None for one that is right, or is an extension."""
    name = directive.name.lower()
    if name in ARGUMENTS or name in REQUEST_ONLY or name in _EXTENSIONS or name.startswith("x-"):
        return None
    letters = _LETTERS.sub("", unquoted(name).partition("=")[0].partition(":")[0])
    return _KNOWN.get(letters) or _KNOWN.get(nearest(letters, _KNOWN) or "")


def directive_fault(directive: Parameter) -> str:
    """Why a cache ignores a directive; empty for one that it obeys, and for an extension."""
    if right := meant(directive):
        return f"means nothing; {right} was probably meant"
    if ARGUMENTS.get(directive.name.lower()) == "nothing" and directive.value is not None:
        return "takes no value, and with one it means nothing"
    return ""


def is_directive(directive: Parameter) -> bool:
    """Whether it is written as one: a token, and a token or quoted-string behind `=`; whitespace around `=` aside."""
    if not TOKEN.fullmatch(directive.name):
        return False
    value = directive.value
    return value is None or bool(TOKEN.fullmatch(value) or QUOTED_STRING.fullmatch(value))
