"""CK033."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.grammar import HOST_NAME
from antiphon.rules.examples import CookieSpec, ResponseSpec, SiteSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule
from antiphon.rules.site import domain_matches, domain_of, host_of


@rule(
    code="CK033",
    level="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 5.7 step 10 and section 5.1.3",
    help="leave Domain out, which keeps the cookie to the host that sets it, or name a parent domain of that host",
    bad=ResponseSpec(
        status=200,
        cookies=(CookieSpec(name="sid", value="t", path="/", same_site="lax", domain="www.shop.example"),),
        site=SiteSpec(host="shop.example"),
    ),
    good=ResponseSpec(
        status=200,
        cookies=(CookieSpec(name="sid", value="t", path="/", same_site="lax", domain="shop.example"),),
        site=SiteSpec(host="www.shop.example"),
    ),
)
def domain_outside_the_host(response: ResponseParts) -> Iterator[Finding]:
    """Domain is the response's own host or a parent of it.

    Browsers drop a cookie for a child, a sibling or another site (Chromium 156 says InvalidDomain). Silent unless the
    site declares its host.
    """
    host = host_of(response) if response.cookies else None
    if host is None:
        return
    for path, cookie in response.cookies:
        domain = domain_of(cookie)
        if HOST_NAME.fullmatch(domain) and not domain_matches(host, domain):
            yield Finding(within(path, "domain"), f"Domain is {domain!r}, to which the host {host!r} does not belong")
