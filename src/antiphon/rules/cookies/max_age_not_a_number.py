"""CK020."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.http.cookie_dates import cookie_date
from antiphon.http.grammar import DIGITS
from antiphon.http.set_cookie import Cookie, age_text
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

_CHECK = CHECKS["CK020"]


@rule(
    code="CK020",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="sid", value="t", path="/", same_site="lax", max_age="3600.0"),
    good=CookieSpec(name="sid", value="t", path="/", same_site="lax", max_age=3600),
)
def max_age_not_a_number(response: ResponseParts) -> Iterator[Finding]:
    """Max-Age is a whole number of seconds, in digits alone.

    Browsers ignore anything else, so the cookie lasts for the session: seen for `1.5`, `10s`, `"10"` and `1e3`. Some
    texts do worse: `+5` deletes the cookie in Chromium 156, and `-`, `--1` and `- 1` delete it in Firefox 153.
    """
    return cookie_reasons(response, _CHECK, _weight)


def _weight(cookie: Cookie) -> CaptureLevel | None:
    """`+10` is read as 10. Where Max-Age is ignored, an Expires that is read decides."""
    if DIGITS.fullmatch(age_text(cookie.max_age or "").removeprefix("+")):
        return "info"
    expires = cookie.expires
    return "warning" if expires and (not isinstance(expires, str) or cookie_date(expires)) else None
