"""ST005."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.content import CONTENT_FIELDS
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="ST005",
    level="warning",
    in_captures="info",
    citation="RFC 9110 section 15.4.5",
    help="repeat the ETag, Cache-Control, Content-Location, Expires and Vary of the 200, and nothing about content",
    bad=ResponseSpec(status=304),
    good=ResponseSpec(
        status=304,
        headers=(HeaderSpec(name="ETag", value='"v2"'), HeaderSpec(name="Vary", value="Accept-Language")),
    ),
)
def not_modified_without_validator(response: ResponseParts) -> Iterator[Finding]:
    """A 304 repeats the ETag, Cache-Control, Content-Location, Date, Expires and Vary of the 200 that it replaces.

    What it repeats freshens the stored response; without a validator a cache that stores several responses cannot
    tell which one is still good. Other metadata, such as a Content-Type, overwrites what the cache knows.
    """
    if response.status != 304:
        return
    if not response.has("ETag", "Last-Modified"):
        yield Finding(
            "headers",
            "a 304 names no ETag, so it does not say which stored response is still good",
            in_captures="silent",
        )
    if lines := response.headers(*CONTENT_FIELDS):
        names = " and ".join(dict.fromkeys(header.name for _, header in lines))
        yield Finding(lines[0][0], f"a 304 has no {names}: the stored response keeps its own")
