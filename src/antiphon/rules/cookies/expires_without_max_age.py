"""CK024."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.set_cookie import shown
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule


@rule(
    code="CK024",
    level="warning",
    in_captures="silent",
    citation=(
        "draft-ietf-httpbis-rfc6265bis-22 sections 4.1.2.1 and 4.1.2.2, section 5.7 step 6; RFC 9110 section 6.6.1"
    ),
    help="give the lifetime as max_age, in place of expires or beside it",
    bad=CookieSpec(name="sid", value="t", path="/", same_site="lax", expires="Fri, 31 Dec 9999 23:59:59 GMT"),
    good=CookieSpec(name="sid", value="t", path="/", same_site="lax", max_age=86400),
)
def expires_without_max_age(response: ResponseParts) -> Iterator[Finding]:
    """A cookie that lasts has a Max-Age.

    Both browsers shift Expires by the difference between their clock and the response's Date: with a Date ten days
    fast, a cookie for five days ends on arrival. Max-Age is not affected, and wins where both are given.
    """
    for path, cookie in response.cookies:
        if cookie.expires is not None and cookie.max_age is None and not response.deletes(cookie):
            message = f"cookie {shown(cookie.name)} has Expires without Max-Age, so its lifetime depends on two clocks"
            yield Finding(within(path, "expires"), message)
