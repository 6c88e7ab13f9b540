"""CK053."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.set_cookie import shown
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule


@rule(
    code="CK053",
    level="warning",
    in_captures="silent",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 4.1.2.7 and section 5.7 step 18",
    help="write same_site='lax', or 'strict', or 'none' for a cookie that other sites' pages need",
    bad=CookieSpec(name="sid", value="t", path="/"),
    good=CookieSpec(name="sid", value="t", path="/", same_site="lax"),
)
def same_site_left_out(response: ResponseParts) -> Iterator[Finding]:
    """A cookie says its SameSite.

    Left out, it means Lax to Chromium and not to Safari: whether a forged request carries the session depends on the
    browser. Which of the three fits depends on the embedding, which a response does not declare: Lax, Strict and none
    given cannot be set from another site's frame, and None without Partitioned is dropped where third-party cookies are
    blocked.
    """
    for path, cookie in response.cookies:
        if cookie.same_site is None and not response.deletes(cookie):
            message = f"cookie {shown(cookie.name)} does not say its SameSite; browsers differ in what that means"
            yield Finding(within(path, "same_site"), message)
