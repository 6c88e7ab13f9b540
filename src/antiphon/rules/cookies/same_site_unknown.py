"""CK051."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK051"]


@rule(
    code="CK051",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="sid", value="t", path="/", same_site='"Lax"'),
    good=CookieSpec(name="sid", value="t", path="/", same_site="lax"),
)
def same_site_unknown(response: ResponseParts) -> Iterator[Finding]:
    """SameSite is Strict, Lax or None.

    Browsers treat anything else, an empty text and quotes included, as if SameSite were left out: Lax in Chromium, and
    not so in Safari.
    """
    return cookie_reasons(response, _CHECK)
