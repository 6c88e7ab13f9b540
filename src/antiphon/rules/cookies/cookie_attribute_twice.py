"""CK009."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import CookieSpec

_CHECK = CHECKS["CK009"]


@rule(
    code="CK009",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="n", value="v", path="/", same_site="lax", extensions=(("Path", "/app"),)),
    good=CookieSpec(name="n", value="t", path="/", same_site="lax"),
)
def cookie_attribute_twice(response: ResponseParts) -> Iterator[Finding]:
    """A cookie has each attribute once.

    The last one wins, and an unusable last one undoes a good first one: `SameSite=Strict; SameSite=x` is a cookie
    without SameSite, and `Max-Age=100; Max-Age=` lasts for the session (Chromium 156 and Firefox 153).
    """
    return cookie_reasons(response, _CHECK)
