"""Parameters (RFC 9110 section 5.6.6): what follows a value after semicolons."""

from __future__ import annotations

import re
from typing import NamedTuple

from antiphon.headers.field import FieldError
from antiphon.headers.values.quoted_string import unquote
from antiphon.http.grammar import QUOTED, TCHAR

_PARAMETER = re.compile(rf"[ \t]*;[ \t]*(({TCHAR}+)(?:=({TCHAR}+|{QUOTED}))?)")


class Parameter(NamedTuple):
    """One parameter: its name in lower case, its value without quotes (None for none), and how it is written."""

    name: str
    """The name, in lower case."""
    value: str | None
    """The value without quotes; None where there is none."""
    written: str
    """The whole of it, as it is written."""


def read_parameters(
    field_name: str, text: str, start: int = 0, *, may_repeat: bool = False
) -> tuple[list[Parameter], int]:
    """The parameters from `start` on, and where they end.

    Raises FieldError for a name that appears twice, unless the field allows that, and for an equals sign without a
    value right after it.
    """
    found: list[Parameter] = []
    names: set[str] = set()
    while match := _PARAMETER.match(text, start):
        written, name, value = match[1], match[2].lower(), match[3]
        if name in names and not may_repeat:
            raise FieldError(f"{field_name}: the parameter {name} appears twice")
        if value is not None and value.startswith('"'):
            value = unquote(field_name, name, value)
        names.add(name)
        found.append(Parameter(name, value, written))
        start = match.end()
        # RFC 9110 section 5.6.3: "A sender MUST NOT generate BWS in messages."
        if text[start:].lstrip(" \t").startswith("="):
            raise FieldError(f"{field_name}: the parameter {name} has no value right after an '='")
    return found, start
