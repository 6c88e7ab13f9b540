"""CK007."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK007"]


@rule(
    code="CK007",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="n", value="v" * 4096, path="/", same_site="lax"),
    good=CookieSpec(name="n", value="v" * 2048, path="/", same_site="lax"),
)
def cookie_too_large(response: ResponseParts) -> Iterator[Finding]:
    """A cookie's name and value have at most 4096 octets together.

    Browsers drop a larger cookie whole: Chromium 156 stores 4096 octets and says NameValuePairExceedsMaxSize for 4097,
    however they are split. Quotes around the value count, the equals sign does not.
    """
    return cookie_reasons(response, _CHECK)
