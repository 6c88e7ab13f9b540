"""CK085."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import CookieSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_SID = CookieSpec(name="sid", value="t", path="/", same_site="lax")


@rule(
    code="CK085",
    level="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 5.3",
    help="set the cookie in the final response",
    bad=ResponseSpec(status=103, cookies=(_SID,)),
    good=ResponseSpec(status=204, cookies=(_SID,)),
)
def set_cookie_in_1xx(response: ResponseParts) -> Iterator[Finding]:
    """An interim response sets no cookie.

    Browsers ignore Set-Cookie in 100, 102 and 103, and take it in every other status, whether 204, 304, a redirect or
    an error.
    """
    if not 100 <= response.status < 200:
        return
    if any(path.startswith("cookies") for path, _ in response.cookies):
        yield Finding("cookies", f"a {response.status} response sets a cookie, which browsers ignore")
    for path, _ in response.headers("Set-Cookie"):
        yield Finding(path, f"a {response.status} response sets a cookie, which browsers ignore")
