"""RD004."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import shown
from antiphon.http.parsing.target import authority_fault, host_behind
from antiphon.http.status import REDIRECTS
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="RD004",
    level="error",
    citation="RFC 9110 sections 4.2.1, 4.2.2 and 4.2.4; RFC 3986 section 3.2",
    help="write `https://`, the host, and a port only where it is not the usual one",
    bad=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="https://shop.example@evil.example/"),)),
    good=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="https://[2001:db8::1]:8443/"),)),
)
def location_without_a_sound_host(response: ResponseParts) -> Iterator[Finding]:
    """A Location says where to go: it is not empty, and an http or https URL has a host and port and no user name.

    Text before an `@` looks like the host and is not: Chromium 156 follows `https://shop.example@evil.example`
    to evil.example. It does not follow an empty Location, and says ERR_INVALID_REDIRECT where there is no host, or no
    such port.
    """
    for path, target in response.values("Location"):
        if not target and response.status in REDIRECTS:
            yield Finding(path, "Location is empty, and browsers do not follow it")
        elif host_behind(target) is None and (fault := authority_fault(target)):
            yield Finding(path, f"Location is {shown(target)}, which {fault}")
