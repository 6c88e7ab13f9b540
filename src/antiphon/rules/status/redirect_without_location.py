"""ST015."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.status import statuses_that_oblige
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="ST015",
    level="error",
    citation="RFC 9110 sections 15.4.2, 15.4.3, 15.4.4, 15.4.8 and 15.4.9; Fetch, redirect status",
    help="add a Location, or answer with another status",
    bad=ResponseSpec(status=303),
    good=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="/users/1"),)),
)
def redirect_without_location(response: ResponseParts) -> Iterator[Finding]:
    """A 301, 302, 303, 307 or 308 has a Location.

    Without one a browser has nowhere to go, and shows an empty page.
    """
    if response.status in statuses_that_oblige("Location") and not response.has("Location"):
        yield Finding("headers", f"a {response.status} has no Location")
