"""CC015."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.grammar import ENTITY_TAG
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: Octets in quotes that no tag may hold, such as a space: recipients compare the octets between the quotes.
_QUOTED = expression(r'(?:W/)?"[^"]*"')


@rule(
    code="CC015",
    level="error",
    in_captures="warning",
    citation="RFC 9110 section 8.8.3",
    help='put the tag in double quotes, with W/ in front where it is weak: `"v2"`, `W/"v2"`',
    bad=HeaderSpec(name="ETag", value="v2"),
    good=HeaderSpec(name="ETag", value='W/"v2"'),
)
def malformed_etag(response: ResponseParts) -> Iterator[Finding]:
    """An ETag is a tag in double quotes, weak with `W/` in front of them.

    Clients send it back as they read it. What is not in quotes never compares equal, so every request is answered in
    full; proxies and content delivery networks drop it.
    """
    for path, value in response.values("ETag"):
        if not ENTITY_TAG.fullmatch(value):
            spaced = _QUOTED.fullmatch(value)
            message = f"ETag is {shown(value)}, which is not an entity tag"
            yield Finding(path, message, in_captures="info" if spaced else None)
