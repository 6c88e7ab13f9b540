"""CK034."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.grammar import HOST_NAME
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule
from antiphon.rules.site import domain_of, host_of, public_suffix_of


@rule(
    code="CK034",
    level="error",
    needs="psl",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 5.7 step 9; Public Suffix List (publicsuffix.org)",
    help="name a domain that belongs to you, such as `shop.co.uk`, or leave Domain out",
    bad=CookieSpec(name="sid", value="t", path="/", same_site="lax", domain="co.uk"),
    good=CookieSpec(name="sid", value="t", path="/", same_site="lax", domain="shop.co.uk"),
)
def domain_is_a_public_suffix(response: ResponseParts) -> Iterator[Finding]:
    """Domain is not a public suffix, neither a registry's (`co.uk`) nor a provider's (`github.io`).

    Browsers drop the cookie, since it would go to everybody below that suffix; on the suffix itself they make it
    host-only without a word. Silent unless the package `publicsuffixlist` is installed (`antiphon[psl]`). A single
    label that is not in the list counts as a suffix where the site declares its host, and is CK035's elsewhere.
    """
    for path, cookie in response.cookies:
        domain = domain_of(cookie)
        if not HOST_NAME.fullmatch(domain) or (suffix_of := public_suffix_of()) is None:
            continue
        # The list's last rule: where no other matches, the last label is the suffix.
        unlisted = "." not in domain and host_of(response) not in (None, domain)
        if suffix_of(domain) == domain or unlisted:
            yield Finding(within(path, "domain"), f"Domain is {domain!r}, which is a public suffix")
