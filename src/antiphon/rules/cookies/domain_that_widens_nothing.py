"""CK035."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.grammar import HOST_NAME
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule
from antiphon.rules.site import domain_of, host_of

#: A single label, or what the URL Standard (section 3.5, ends-in-a-number checker) reads as an IPv4 address.
_SINGLE_OR_ADDRESS = expression(r"[^.]+|(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")


@rule(
    code="CK035",
    level="warning",
    citation=(
        "draft-ietf-httpbis-rfc6265bis-22 section 5.1.3 and section 5.7 step 9; "
        "draft-ietf-httpbis-layered-cookies section 5.4.3"
    ),
    help="leave Domain out; the cookie goes to its own host either way",
    bad=CookieSpec(name="sid", value="t", path="/", same_site="lax", domain="127.0.0.1"),
    good=CookieSpec(name="sid", value="t", path="/", same_site="lax"),
)
def domain_that_widens_nothing(response: ResponseParts) -> Iterator[Finding]:
    """Domain has two labels or more, and is not an IP address.

    Nothing lies below an address, and nothing may be shared below a single label such as `localhost`: browsers store
    the cookie as host-only, as if Domain were left out. Where the site declares that very host, what the browser does
    is certain, and the finding is an error.
    """
    for path, cookie in response.cookies:
        domain = domain_of(cookie)
        if HOST_NAME.fullmatch(domain) and _SINGLE_OR_ADDRESS.fullmatch(domain):
            message = f"Domain is {domain!r}, below which no other host can be; browsers make the cookie host-only"
            yield Finding(within(path, "domain"), message, "error" if host_of(response) == domain else "warning")
