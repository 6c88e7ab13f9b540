"""CK030."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.http.grammar import HOST_NAME
from antiphon.http.set_cookie import Cookie
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

_CHECK = CHECKS["CK030"]


@rule(
    code="CK030",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="sid", value="t", path="/", same_site="lax", domain="https://example.com/"),
    good=CookieSpec(name="sid", value="t", path="/", same_site="lax", domain="example.com"),
)
def domain_not_a_host_name(response: ResponseParts) -> Iterator[Finding]:
    """Domain is a host name: labels of letters, digits and hyphens, with punycode for anything else.

    Browsers drop the cookie for a port, scheme, path, wildcard, quote, trailing or double dot. A leading dot is outside
    the grammar and ignored; an empty Domain makes the cookie host-only. Chromium 156 alone takes a name in UTF-8, and
    an underscore is taken by browsers but by no host name's grammar.
    """
    return cookie_reasons(response, _CHECK, _weight)


def _weight(cookie: Cookie) -> CaptureLevel | None:
    """Browsers strip one dot in front, take an empty Domain for none, and an underscore for a letter.

    A name in UTF-8 is taken by Chromium alone.
    """
    if HOST_NAME.fullmatch((cookie.domain or "").removeprefix(".")):
        return "silent"
    domain = (cookie.domain or "").removeprefix(".").replace("_", "x")
    if not cookie.domain or HOST_NAME.fullmatch(domain):
        return "info"
    ascii_alone = re.sub(r"[^\x00-\x7f]+", "x", domain)
    return "warning" if not domain.isascii() and HOST_NAME.fullmatch(ascii_alone) else None
