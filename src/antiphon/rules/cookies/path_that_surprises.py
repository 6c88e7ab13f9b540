"""CK042."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.set_cookie import shown
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule

_LOWER_CASE_ESCAPE = expression(r"%(?:[a-f][0-9A-Fa-f]|[0-9A-F][a-f])")


@rule(
    code="CK042",
    level="warning",
    citation="draft-ietf-httpbis-rfc6265bis-22 sections 5.1.4 and 4.1.2.4",
    help="write path='/' for the whole host, or a path without a slash at its end, with escapes in upper case",
    bad=CookieSpec(name="sid", value="t", path="/app/", same_site="lax"),
    good=CookieSpec(name="sid", value="t", path="/app", same_site="lax"),
)
def path_that_surprises(response: ResponseParts) -> Iterator[Finding]:
    """A cookie names its Path, without a slash at the end and with percent-escapes in upper case.

    Without a Path, browsers take the directory of the request's URL, so the same response sets another cookie on every
    level. Paths are compared octet by octet: `/app/` is not sent to `/app`, and `/%c3%a9` is not sent on `/é`, which
    browsers write `/%C3%A9`.
    """
    for path, cookie in response.cookies:
        message, minded = "", False
        if cookie.path is None:
            message = f"cookie {shown(cookie.name)} has no Path; it goes to the directory of the request's URL"
        elif response.deletes(cookie):
            continue  # it must repeat the cookie's Path, whatever that is
        elif cookie.path.startswith("/") and cookie.path.endswith("/") and cookie.path != "/":
            message = f"Path {shown(cookie.path)} ends with a slash; the cookie is not sent to the same path without it"
        elif _LOWER_CASE_ESCAPE.search(cookie.path):
            message = f"Path {shown(cookie.path)} has a percent-escape in lower case; browsers write upper case"
            minded = True
        if message:
            yield Finding(within(path, "path"), message, in_captures=None if minded else "silent")
