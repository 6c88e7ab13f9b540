"""FL009."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.grammar import TOKEN
from antiphon.http.parsing.pieces import members, shown
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="FL009",
    level="error",
    citation="RFC 9110 sections 14.3 and 13.1.5",
    help="write `Accept-Ranges: bytes` and a strong ETag, or `Accept-Ranges: none`",
    bad=HeaderSpec(name="Accept-Ranges", value='"bytes"'),
    good=ResponseSpec(
        status=200,
        headers=(HeaderSpec(name="Accept-Ranges", value="bytes"), HeaderSpec(name="ETag", value='"v2"')),
    ),
)
def malformed_accept_ranges(response: ResponseParts) -> Iterator[Finding]:
    """Accept-Ranges is `none`, or names range units; content that can be fetched in parts has a strong validator.

    To resume a download a client must know that the rest belongs to the same file. With a weak ETag it cannot, and
    starts over.
    """
    if (line := response.joined("Accept-Ranges")) is None:
        return
    path, value = line
    units = [unit.lower() for unit in members(value)]
    for unit in units:
        if not TOKEN.fullmatch(unit):
            yield Finding(path, f"Accept-Ranges holds {shown(unit)}, which is not a range unit")
    if "none" in units and len(units) > 1:
        yield Finding(path, f"Accept-Ranges is {shown(value)}, which says none and some", "warning")
    weak = [
        header.value is not None and header.value.lstrip(" \t").startswith("W/")
        for _, header in response.headers("ETag")
    ]
    if "bytes" in units and weak and all(weak) and not response.has("Last-Modified"):
        yield Finding(
            path, "ranges are accepted, and a weak ETag is all that a client has to resume with", "warning", "silent"
        )
