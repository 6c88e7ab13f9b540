"""CK070."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK070"]


@rule(
    code="CK070",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="sid", value="t", path="/", same_site="lax", partitioned=True),
    good=CookieSpec(name="__Host-sid", value="t", path="/", same_site="none", secure=True, partitioned=True),
)
def partitioned_without_secure(response: ResponseParts) -> Iterator[Finding]:
    """A Partitioned cookie is Secure.

    Chromium 156 and Firefox 153 do not store it otherwise, and neither gives a reason, not even in the developer tools.
    """
    return cookie_reasons(response, _CHECK)
