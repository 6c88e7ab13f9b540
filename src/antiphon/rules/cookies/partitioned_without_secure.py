"""CK070."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.parts import cookie_reasons
from antiphon.rules.rule import Finding, rule
from antiphon.spec import CookieSpec, ResponseSpec


@rule(
    code="CK070",
    level="error",
    citation="CHIPS (privacycg.github.io/CHIPS), 'Only sent over secure protocols'; MDN Set-Cookie, Partitioned",
    help="declare the cookie with `.cookie(..., partitioned=True)`, which is Secure",
    bad=CookieSpec(name="sid", value="t", path="/", same_site="lax", partitioned=True),
    good=CookieSpec(name="__Host-sid", value="t", path="/", same_site="none", secure=True, partitioned=True),
)
def partitioned_without_secure(spec: ResponseSpec) -> Iterator[Finding]:
    """A Partitioned cookie is Secure.

    Chromium 156 and Firefox 153 do not store it otherwise, and neither gives a reason, not even in the developer tools.
    """
    return cookie_reasons(spec, "CK070")
