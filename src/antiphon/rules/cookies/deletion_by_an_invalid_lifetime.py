"""CK026."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.http.set_cookie import Cookie
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

_CHECK = CHECKS["CK026"]


@rule(
    code="CK026",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="sid", value="", path="/", max_age=-1),
    good=CookieSpec(name="sid", value="", path="/", max_age=0),
)
def deletion_by_an_invalid_lifetime(response: ResponseParts) -> Iterator[Finding]:
    """A deletion has Max-Age=0 or a date that has passed.

    A negative Max-Age is outside the grammar. `Expires=0` and `Expires=-1` are not dates: browsers ignore them, and an
    empty session cookie stays behind where none should be.
    """
    return cookie_reasons(response, _CHECK, _weight)


def _weight(cookie: Cookie) -> CaptureLevel | None:
    """A negative Max-Age deletes in every browser, whatever Expires says; `Expires=0` alone deletes nothing."""
    return "info" if cookie.max_age is not None else None
