"""CK061."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK061"]


@rule(
    code="CK061",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="__Host-sid", value="t", same_site="lax", secure=True),
    good=CookieSpec(name="__Host-sid", value="t", path="/", same_site="lax", secure=True),
)
def host_prefix_without_root_path(response: ResponseParts) -> Iterator[Finding]:
    """A cookie with the __Host- prefix is Secure, has Path=/ and no Domain.

    Browsers drop the whole cookie otherwise (Chromium 156 says InvalidPrefix), whatever the case of the prefix.
    Chromium wants the path written out, even where the default path would be `/`; Firefox 153 does not. `Path=//` is
    refused too. On http://localhost the prefix works in both.
    """
    return cookie_reasons(response, _CHECK)
