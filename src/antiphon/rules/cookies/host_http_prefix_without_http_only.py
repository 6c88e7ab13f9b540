"""CK063."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK063"]


@rule(
    code="CK063",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="__Host-Http-sid", value="t", path="/", same_site="lax", secure=True),
    good=CookieSpec(name="__Host-Http-sid", value="t", path="/", same_site="lax", secure=True, http_only=True),
)
def host_http_prefix_without_http_only(response: ResponseParts) -> Iterator[Finding]:
    """A cookie with the __Host-Http- prefix is HttpOnly, beside what the __Host- prefix asks for.

    Chromium 156 and Firefox 153 drop the whole cookie otherwise. What __Host- asks for is CK061's.
    """
    return cookie_reasons(response, _CHECK)
