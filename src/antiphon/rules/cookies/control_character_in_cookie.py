"""CK005."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK005"]


@rule(
    code="CK005",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="n", value="a\tb", path="/", same_site="lax"),
    good=CookieSpec(name="n", value="a.b", path="/", same_site="lax"),
)
def control_character_in_cookie(response: ResponseParts) -> Iterator[Finding]:
    """A cookie holds no control character, neither in its name, nor in its value, nor in an attribute.

    Both browsers drop the whole cookie, even where the octet is in an attribute that they do not know; Chromium 156
    drops it for a tab as well. CR and LF end the field line, so that the rest of the value becomes a field of its own;
    NUL ends the whole response in Chromium.
    """
    return cookie_reasons(response, _CHECK)
