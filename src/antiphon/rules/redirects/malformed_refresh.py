"""RD012."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.parsing.pieces import shown
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import HeaderSpec

#: HTML, "http-equiv=refresh": a non-negative integer; then, optionally, ";" and "url=" with a URL string.
_REFRESH = re.compile(r"""[0-9]+(?:[ \t]*;[ \t]*url=(?P<quote>["']?)(?P<url>[^"'][^"']*)(?P=quote))?""", re.IGNORECASE)
_JAVASCRIPT = re.compile(r"\s*javascript:", re.IGNORECASE)


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

    Chromium 156 takes `uri=/next` for a path of that name, and ignores a negative number, a missing one, and
    javascript: targets.
    """
    for path, value in response.values("Refresh"):
        match = _REFRESH.fullmatch(value.strip(" \t"))
        if match is None:
            yield Finding(path, f"Refresh is {shown(value)}, which is not of the form `5; url=/next`")
        elif _JAVASCRIPT.match(match["url"] or ""):
            yield Finding(path, "Refresh leads to javascript:, which browsers ignore")
