"""CK063."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.parts import cookie_reasons
from antiphon.rules.rule import Finding, rule
from antiphon.spec import CookieSpec, ResponseSpec


@rule(
    code="CK063",
    level="error",
    citation="draft-ietf-httpbis-layered-cookies sections 4.1.3.4 and 5.4.3",
    help="declare the cookie with `.host_cookie(...)`, which is Secure and HttpOnly, has Path=/ and no Domain",
    bad=CookieSpec(name="__Host-Http-sid", value="t", path="/", same_site="lax", secure=True),
    good=CookieSpec(name="__Host-Http-sid", value="t", path="/", same_site="lax", secure=True, http_only=True),
)
def host_http_prefix_without_http_only(spec: ResponseSpec) -> Iterator[Finding]:
    """A cookie with the __Host-Http- prefix is HttpOnly, beside what the __Host- prefix asks for.

    Chromium 156 and Firefox 153 drop the whole cookie otherwise. What __Host- asks for is CK061's.
    """
    return cookie_reasons(spec, "CK063")
