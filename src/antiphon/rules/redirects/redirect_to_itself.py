"""RD008."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import shown
from antiphon.http.status import REDIRECTS
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="RD008",
    level="error",
    citation="RFC 9110 section 15.4",
    help="name the path in front of the fragment: `/help#top`",
    bad=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="#top"),)),
    good=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="/help#top"),)),
)
def redirect_to_itself(response: ResponseParts) -> Iterator[Finding]:
    """A redirect does not lead to the URL that was asked for, as a fragment alone does.

    The client asks again and gets the same answer: Chromium 156 gives up after 20 with ERR_TOO_MANY_REDIRECTS.
    """
    if response.status not in REDIRECTS:
        return
    for path, value in response.values("Location"):
        if value.lstrip(" \t").startswith("#"):
            yield Finding(path, f"Location is {shown(value)}, which leads to the same URL again")
