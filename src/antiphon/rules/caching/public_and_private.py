"""CC004."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.cache_control import arguments
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule


@rule(
    code="CC004",
    level="warning",
    strict="error",
    citation="RFC 9111 sections 5.2.2.7 and 5.2.2.9",
    help="write `private` for what is one user's, and `public` for what is everybody's",
    bad=HeaderSpec(name="Cache-Control", value="public, private, max-age=60"),
    good=HeaderSpec(name="Cache-Control", value="private, max-age=60"),
)
def public_and_private(response: ResponseParts) -> Iterator[Finding]:
    """A response is public or private, not both.

    The two contradict each other, and no standard says which one wins: a browser keeps the response for its user, and
    a shared cache may keep it for everybody.
    """
    lines = response.values("Cache-Control")
    found = arguments([value for _, value in lines])
    # `private="Set-Cookie"` makes one field private, and leaves the rest to `public`.
    if "public" in found and "private" in found and found["private"] is None:
        weight: CaptureLevel | None = "info" if "no-store" in found else None
        yield Finding(lines[0][0], "Cache-Control says both public and private", in_captures=weight)
