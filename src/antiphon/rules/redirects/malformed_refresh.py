"""RD012."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import shown
from antiphon.http.parsing.refresh import REFRESH, refresh_fault
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="RD012",
    level="warning",
    citation="HTML, shared declarative refresh steps",
    help="write `0; url=/next`, or answer 303 with a Location",
    bad=HeaderSpec(name="Refresh", value="0; uri=/next"),
    good=HeaderSpec(name="Refresh", value="5; url=/next"),
)
def malformed_refresh(response: ResponseParts) -> Iterator[Finding]:
    """Refresh is a whole number of seconds, and `; url=` with the target behind it.

    Chromium 156 takes `uri=/next` for a path of that name, and ignores a negative number and a missing one. It follows
    the target as it follows a Location, so `//evil.example` leaves the origin; it ignores javascript: and data:, and
    never opens an app from a Refresh.
    """
    for path, value in response.values("Refresh"):
        match = REFRESH.fullmatch(value)
        if match is None:
            yield Finding(path, f"Refresh is {shown(value)}, which is not of the form `5; url=/next`")
        elif match["url"] is not None and (fault := refresh_fault(match["url"])):
            yield Finding(path, f"Refresh leads to {shown(match['url'])}, which {fault}", "error")
