"""CK052."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK052"]


@rule(
    code="CK052",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="sid", value="t", path="/", same_site="none"),
    good=CookieSpec(name="sid", value="t", path="/", same_site="none", secure=True),
)
def same_site_none_without_secure(response: ResponseParts) -> Iterator[Finding]:
    """A cookie with SameSite=None is Secure.

    Browsers drop the whole cookie, on http://localhost too: the user is signed out and nothing is logged.
    Chromium 156 says SameSiteNoneInsecure; Firefox 153 does not store it either. In a declaration
    `insecure_cookie("sid", same_site="none")` is such a cookie, and `cookie("sid", same_site="none")` one that is kept.
    """
    return cookie_reasons(response, _CHECK)
