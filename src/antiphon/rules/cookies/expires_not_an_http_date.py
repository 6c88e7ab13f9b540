"""CK022."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.http.cookie_dates import cookie_date, other_zone
from antiphon.http.grammar import DIGITS
from antiphon.http.set_cookie import Cookie, age_text
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

_CHECK = CHECKS["CK022"]


@rule(
    code="CK022",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="sid", value="t", path="/", same_site="lax", expires="2027-01-01T00:00:00Z"),
    good=CookieSpec(
        name="sid", value="t", path="/", same_site="lax", expires="Fri, 01 Jan 2027 00:00:00 GMT", max_age=86400
    ),
)
def expires_not_an_http_date(response: ResponseParts) -> Iterator[Finding]:
    """Expires is an IMF-fixdate: in GMT, from 1601 on, a date that exists, with its own weekday and no leap second.

    ISO 8601, epoch numbers and times without seconds are ignored, so the cookie lasts for the session; `+0500` and
    `PST` are read as if they were GMT. A year before 1601 deletes the cookie in Chromium 156, where the draft says to
    ignore it.
    """
    return cookie_reasons(response, _CHECK, _weight)


def _weight(cookie: Cookie) -> CaptureLevel | None:
    """Browsers read most dates, and none where there is a Max-Age; another zone than Greenwich's they pass over."""
    if cookie.max_age is not None and DIGITS.fullmatch(age_text(cookie.max_age).removeprefix("-")):
        return "info"
    if not isinstance(cookie.expires, str) or cookie_date(cookie.expires) is None:
        return None
    return "warning" if other_zone(cookie.expires) else "info"
