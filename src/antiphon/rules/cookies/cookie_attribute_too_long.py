"""CK008."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK008"]


@rule(
    code="CK008",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="n", value="v", path="/" + "p" * 1024, same_site="lax"),
    good=CookieSpec(name="n", value="v", path="/" + "p" * 1023, same_site="lax"),
)
def cookie_attribute_too_long(response: ResponseParts) -> Iterator[Finding]:
    """An attribute's value has at most 1024 octets.

    Browsers ignore a longer attribute and keep the cookie: a Path of 1025 octets becomes the default path, a Domain of
    1025 octets makes the cookie host-only, and a Max-Age of 1025 digits leaves a session cookie.
    """
    return cookie_reasons(response, _CHECK)
