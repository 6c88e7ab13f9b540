"""SF014."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import members, shown
from antiphon.http.parsing.server_timing import metric_faults
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


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

    Chromium 156 cuts desc at the first space, drops a metric whose name is quoted, and shows 0 for a dur that is not
    a number.
    """
    for path, value in response.values("Server-Timing"):
        if not members(value):
            yield Finding(path, "Server-Timing is empty, and tells of no metric", "info")
        for metric in members(value):
            yield from (Finding(path, f"the metric {shown(metric)} {fault}") for fault in metric_faults(metric))
