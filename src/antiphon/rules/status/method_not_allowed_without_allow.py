"""ST013."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.status import statuses_that_oblige
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="ST013",
    level="error",
    in_captures="warning",
    citation="RFC 9110 sections 15.5.6 and 10.2.1",
    help="add the methods that the resource has: `Allow: GET, HEAD`",
    bad=ResponseSpec(status=405),
    good=ResponseSpec(status=405, headers=(HeaderSpec(name="Allow", value="GET, HEAD"),)),
)
def method_not_allowed_without_allow(response: ResponseParts) -> Iterator[Finding]:
    """A 405 lists in Allow the methods that the resource has, even where it has none at all.

    Without the list a client can only guess, and tools that read it show a resource without methods.
    """
    if response.status in statuses_that_oblige("Allow") and not response.has("Allow"):
        yield Finding("headers", "a 405 has no Allow")
