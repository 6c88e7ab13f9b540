"""CK051."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.parts import cookie_reasons
from antiphon.rules.rule import Finding, rule
from antiphon.spec import CookieSpec, ResponseSpec


@rule(
    code="CK051",
    level="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 sections 4.1.1 (samesite-value) and 5.6.7",
    help="write same_site='lax', 'strict' or 'none'",
    bad=CookieSpec(name="sid", value="t", path="/", same_site='"Lax"'),
    good=CookieSpec(name="sid", value="t", path="/", same_site="lax"),
)
def same_site_unknown(spec: ResponseSpec) -> Iterator[Finding]:
    """SameSite is Strict, Lax or None.

    Browsers treat anything else, an empty text and quotes included, as if SameSite were left out: Lax in Chromium, and
    not so in Safari.
    """
    return cookie_reasons(spec, "CK051")
