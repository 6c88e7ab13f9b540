"""CK050."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.hosts import is_loopback
from antiphon.http.set_cookie import shown
from antiphon.rules.examples import CookieSpec, ResponseSpec, SiteSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule
from antiphon.rules.site import host_of

_SID = CookieSpec(name="sid", value="t", path="/", same_site="lax", secure=True)


@rule(
    code="CK050",
    level="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 5.7 step 13",
    help="serve the site over HTTPS, or declare the cookie with `.insecure_cookie(...)`",
    bad=ResponseSpec(status=200, cookies=(_SID,), site=SiteSpec(scheme="http", host="shop.example")),
    good=ResponseSpec(status=200, cookies=(_SID,), site=SiteSpec(scheme="https", host="shop.example")),
)
def secure_cookie_over_plain_http(response: ResponseParts) -> Iterator[Finding]:
    """A Secure cookie is set over HTTPS, or on this very machine.

    Browsers drop the whole cookie on http:// (Chromium 156 says SecureOnly), but for localhost, *.localhost, 127.0.0.1
    and [::1]. Silent unless the site declares its scheme; a warning where it does not declare its host, which may be a
    loopback one.
    """
    if not response.cookies or response.site is None or response.site.scheme != "http":
        return
    host = host_of(response)
    if host is not None and is_loopback(host):
        return
    for path, cookie in response.cookies:
        if cookie.secure:
            message = f"cookie {shown(cookie.name)} is Secure and the site is served over http; browsers drop it"
            yield Finding(within(path, "secure"), message, "error" if host else "warning")
