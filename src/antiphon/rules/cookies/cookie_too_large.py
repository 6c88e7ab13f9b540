"""CK007."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.parts import cookie_reasons
from antiphon.rules.rule import Finding, rule
from antiphon.spec import CookieSpec, ResponseSpec


@rule(
    code="CK007",
    level="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 5.6 step 5 and section 5.7 step 4",
    help="keep the data on the server and send a key to it",
    bad=CookieSpec(name="n", value="v" * 4096, path="/", same_site="lax"),
    good=CookieSpec(name="n", value="v" * 2048, path="/", same_site="lax"),
)
def cookie_too_large(spec: ResponseSpec) -> Iterator[Finding]:
    """A cookie's name and value have at most 4096 octets together.

    Browsers drop a larger cookie whole: Chromium 156 stores 4096 octets and says NameValuePairExceedsMaxSize for 4097,
    however they are split. Quotes around the value count, the equals sign does not.
    """
    return cookie_reasons(spec, "CK007")
