"""CK064."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.set_cookie import prefix_of, shown
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule


@rule(
    code="CK064",
    level="warning",
    citation="draft-ietf-httpbis-rfc6265bis-22 sections 4.1.3 and 5.4",
    help="spell the prefix `__Host-`, `__Secure-`, `__Http-` or `__Host-Http-`",
    bad=CookieSpec(name="__host-sid", value="t", path="/", same_site="lax", secure=True),
    good=CookieSpec(name="__Host-sid", value="t", path="/", same_site="lax", secure=True),
)
def prefix_in_another_case(response: ResponseParts) -> Iterator[Finding]:
    """A cookie's prefix is spelt in the standard's case.

    Browsers hold the cookie to the prefix in any case, but a server that looks for `__Host-` does not find `__host-`,
    and does not know that it can trust the cookie.
    """
    for path, cookie in response.cookies:
        prefix = prefix_of(cookie)
        if not cookie.name.startswith(prefix):
            yield Finding(within(path, "name"), f"cookie {shown(cookie.name)} has the prefix {prefix} in another case")
