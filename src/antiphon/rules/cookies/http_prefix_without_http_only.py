"""CK062."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK062"]


@rule(
    code="CK062",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="__Http-sid", value="t", path="/", same_site="lax", secure=True),
    good=CookieSpec(name="__Http-sid", value="t", path="/", same_site="lax", secure=True, http_only=True),
)
def http_prefix_without_http_only(response: ResponseParts) -> Iterator[Finding]:
    """A cookie with the __Http- prefix is Secure and HttpOnly.

    Chromium 156 and Firefox 153 drop the whole cookie otherwise. The prefix promises that no script has set it.
    """
    return cookie_reasons(response, _CHECK)
