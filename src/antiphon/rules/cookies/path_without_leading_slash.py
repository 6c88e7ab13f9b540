"""CK040."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.http.set_cookie import Cookie
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

_CHECK = CHECKS["CK040"]


@rule(
    code="CK040",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="sid", value="t", path="app", same_site="lax"),
    good=CookieSpec(name="sid", value="t", path="/app", same_site="lax"),
)
def path_without_leading_slash(response: ResponseParts) -> Iterator[Finding]:
    """Path begins with a slash.

    Browsers ignore any other Path, quoted ones included, and take the directory of the request's URL instead: the
    cookie is sent to fewer pages than was meant, or to others.
    """
    return cookie_reasons(response, _CHECK, _weight)


def _weight(cookie: Cookie) -> CaptureLevel | None:
    """An empty Path is the same as leaving Path out, so it weighs less."""
    return None if cookie.path else "info"
