"""SF014."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.grammar import QUOTED_STRING, TOKEN
from antiphon.http.parsing.pieces import members, parameters, shown, split, unquoted
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import HeaderSpec

#: HTML, "rules for parsing floating-point number values", without its tolerance.
_NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


@rule(
    code="SF014",
    level="error",
    citation="Server Timing, The Server-Timing Header Field",
    help='write `db;dur=53.2;desc="users and orders"`',
    bad=HeaderSpec(name="Server-Timing", value="db;desc=users and orders"),
    good=HeaderSpec(name="Server-Timing", value='db;dur=53.2;desc="users and orders", cache'),
)
def malformed_server_timing(response: ResponseParts) -> Iterator[Finding]:
    """A Server-Timing metric has a token for its name, a number for dur, and quotes around a desc with spaces.

    Chromium 156 cuts desc at the first space, drops a metric whose name is quoted, and shows 0 for a dur that is no
    number.
    """
    for path, value in response.values("Server-Timing"):
        if not members(value):
            yield Finding(path, "Server-Timing is empty, and tells of no metric", "info")
        for metric in members(value):
            yield from (Finding(path, f"the metric {shown(metric)} {fault}") for fault in _faults(metric))


def _faults(metric: str) -> Iterator[str]:
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
