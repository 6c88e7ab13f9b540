"""CK071."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.set_cookie import shown
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule


@rule(
    code="CK071",
    level="warning",
    citation="CHIPS (privacycg.github.io/CHIPS); draft-ietf-httpbis-rfc6265bis-22 section 5.7 step 18",
    help="add same_site='none', and better still the `__Host-` prefix with `.host_cookie(...)`",
    bad=CookieSpec(name="__Host-sid", value="t", path="/", same_site="lax", secure=True, partitioned=True),
    good=CookieSpec(name="__Host-sid", value="t", path="/", same_site="none", secure=True, partitioned=True),
)
def partitioned_without_same_site_none(response: ResponseParts) -> Iterator[Finding]:
    """A Partitioned cookie has SameSite=None.

    Partitions exist for frames in other sites' pages, where Strict, Lax and unset cookies can neither be set nor sent:
    Chromium 156 stored such a cookie cross-site only with Secure, SameSite=None and Partitioned together.
    """
    for path, cookie in response.cookies:
        if cookie.partitioned and (cookie.same_site or "").lower() != "none" and not response.deletes(cookie):
            message = f"cookie {shown(cookie.name)} is Partitioned without SameSite=None, so no frame can use it"
            yield Finding(within(path, "same_site"), message)
