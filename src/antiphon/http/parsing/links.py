"""Parse Link (RFC 8288 section 3): commas separate links, and may also occur in their targets and titles."""

from __future__ import annotations

import re
from typing import NamedTuple

from antiphon.http.expression import expression
from antiphon.http.parsing.pieces import Parameter, parameters, split

_MEMBER = expression(r'(?:<[^<>]*>|"(?:[^"\\]|\\.)*+\\?"?|[^,<"]|<)*', re.DOTALL)
_LINK = expression(r"<([^>]*)>[ \t]*(?:;(.*))?", re.DOTALL)


class Link(NamedTuple):
    """One link: where it leads, and its parameters in order."""

    target: str
    parameters: tuple[Parameter, ...]


def links(value: str) -> tuple[list[Link], list[str]]:
    """The links of a field value, and the list members that are not links."""
    found: list[Link] = []
    strays: list[str] = []
    at = 0
    while at <= len(value):
        match = _MEMBER.match(value, at)
        end = match.end() if match else at
        member = value[at:end].strip(" \t")
        at = end + 1
        if not member:
            continue
        link = _LINK.fullmatch(member)
        if link:
            found.append(Link(link[1], tuple(parameters(split(link[2] or "", ";")))))
        else:
            strays.append(member)
    return found, strays
