"""CK062."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.parts import cookie_reasons
from antiphon.rules.rule import Finding, rule
from antiphon.spec import CookieSpec, ResponseSpec


@rule(
    code="CK062",
    level="error",
    citation="draft-ietf-httpbis-layered-cookies sections 4.1.3.3 and 5.4.3",
    help="declare the cookie with `.cookie(...)`, which is Secure and HttpOnly",
    bad=CookieSpec(name="__Http-sid", value="t", path="/", same_site="lax", secure=True),
    good=CookieSpec(name="__Http-sid", value="t", path="/", same_site="lax", secure=True, http_only=True),
)
def http_prefix_without_http_only(spec: ResponseSpec) -> Iterator[Finding]:
    """A cookie with the __Http- prefix is Secure and HttpOnly.

    Chromium 156 and Firefox 153 drop the whole cookie otherwise. The prefix promises that no script has set it.
    """
    return cookie_reasons(spec, "CK062")
