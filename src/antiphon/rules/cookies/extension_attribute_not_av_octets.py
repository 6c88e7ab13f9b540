"""CK006."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK006"]


@rule(
    code="CK006",
    level="error",
    in_captures="info",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="n", value="v", path="/", same_site="lax", extensions=(("X-Note", "caf\u00e9"),)),
    good=CookieSpec(name="n", value="t", path="/", same_site="lax"),
)
def extension_attribute_not_av_octets(response: ResponseParts) -> Iterator[Finding]:
    """A further attribute has a name, and is written in ASCII without a semicolon.

    A semicolon begins another attribute, so the text after it takes effect: `Note=x; Domain=example.com` widens the
    cookie. Everything outside ASCII is outside the grammar. This rule is antiphon's own and not in the catalogue that
    the other codes come from: only a cookie with extension attributes can break it.
    """
    return cookie_reasons(response, _CHECK)
