"""Metrics of Server-Timing, as browsers read them (Server Timing, The Server-Timing Header Field)."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.grammar import QUOTED_STRING, TOKEN
from antiphon.http.parsing.pieces import parameters, shown, split, unquoted

#: HTML, "rules for parsing floating-point number values", without its tolerance.
_NUMBER = expression(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def metric_faults(metric: str) -> Iterator[str]:
    """Why browsers drop a metric or cut a part of it."""
    name, *rest = split(metric, ";")
    if not TOKEN.fullmatch(name):
        yield "does not begin with a name that is a token"
    for parameter in parameters(rest):
        key, value = parameter.name.lower(), parameter.value
        if not TOKEN.fullmatch(key) or value is None:
            yield f"has {shown(parameter.name)} where a parameter should be"
        elif not (TOKEN.fullmatch(value) or QUOTED_STRING.fullmatch(value)):
            yield f"has {key} with a value that is neither a token nor a quoted string"
        elif key == "dur" and not _NUMBER.fullmatch(unquoted(value)):
            yield f"has dur {shown(value)}, which is not a number"
