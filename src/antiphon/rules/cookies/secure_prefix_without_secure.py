"""CK060."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK060"]


@rule(
    code="CK060",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="__Secure-sid", value="t", path="/", same_site="lax"),
    good=CookieSpec(name="__Secure-sid", value="t", path="/", same_site="lax", secure=True),
)
def secure_prefix_without_secure(response: ResponseParts) -> Iterator[Finding]:
    """A cookie with the __Secure- prefix is Secure.

    Browsers drop the whole cookie otherwise (Chromium 156 says InvalidPrefix), whatever the case of the prefix.
    """
    return cookie_reasons(response, _CHECK)
