"""ST015."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.status import REDIRECTS
from antiphon.rules.parts import headers
from antiphon.rules.rule import Finding, rule
from antiphon.spec import HeaderSpec, ResponseSpec


@rule(
    code="ST015",
    level="error",
    citation="RFC 9110 sections 15.4.2, 15.4.3, 15.4.4, 15.4.8 and 15.4.9; Fetch, redirect status",
    help="add a Location, or answer with another status",
    bad=ResponseSpec(status=303),
    good=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="/users/1"),)),
)
def redirect_without_location(spec: ResponseSpec) -> Iterator[Finding]:
    """A 301, 302, 303, 307 or 308 has a Location.

    Without one a browser has nowhere to go, and shows an empty page.
    """
    if spec.status in REDIRECTS and not any(headers(spec, "Location")):
        yield Finding("headers", f"a {spec.status} has no Location")
