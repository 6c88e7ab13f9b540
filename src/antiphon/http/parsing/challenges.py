"""Authentication challenges taken apart (RFC 9110 section 11.6.1): commas separate them, and their parameters too."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from antiphon.http.expression import expression
from antiphon.http.grammar import QUOTED, TCHAR, TOKEN68
from antiphon.http.parsing.pieces import Parameter, members, parameter

_PARAMETER = expression(rf"{TCHAR}+[ \t]*=[ \t]*(?:{TCHAR}+|{QUOTED})")
_CHALLENGE = expression(rf"({TCHAR}+)(?: +(.*))?", re.DOTALL)


class Challenge(NamedTuple):
    """One challenge: its scheme, and its parameters in order. A token68 is not a parameter."""

    scheme: str
    parameters: tuple[Parameter, ...]


def challenges(value: str) -> tuple[list[Challenge], list[str]]:
    """The challenges of a field value, and the list members that are neither a challenge nor a parameter of one."""
    found: list[tuple[str, list[Parameter]]] = []
    strays: list[str] = []
    for member in members(value):
        if _PARAMETER.fullmatch(member):
            # Behind a bare scheme or a token68 no parameter can follow:
            # "auth-scheme [ 1*SP ( token68 / #auth-param ) ]".
            if found and found[-1][1]:
                found[-1][1].append(parameter(member))
            else:
                strays.append(member)
            continue
        match = _CHALLENGE.fullmatch(member)
        rest = match[2] if match else None
        if match is None or (rest and not _PARAMETER.fullmatch(rest) and not TOKEN68.fullmatch(rest)):
            strays.append(member)
        else:
            found.append((match[1], [parameter(rest)] if rest and _PARAMETER.fullmatch(rest) else []))
    return [Challenge(scheme, tuple(given)) for scheme, given in found], strays


def repeated(challenge: Challenge) -> list[str]:
    """The parameters that a challenge has more than once, in lower case and in order (RFC 9110 section 11.2)."""
    names = Counter(parameter.name.lower() for parameter in challenge.parameters)
    return sorted(name for name, count in names.items() if count > 1)
