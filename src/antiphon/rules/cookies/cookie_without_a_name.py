"""CK001."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.parts import cookie_reasons
from antiphon.rules.rule import Finding, rule
from antiphon.spec import CookieSpec, ResponseSpec


@rule(
    code="CK001",
    level="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 and section 5.6 step 3",
    help="give the cookie a name, such as `sid`",
    bad=CookieSpec(name="", value="t", path="/", same_site="lax"),
    good=CookieSpec(name="sid", value="t", path="/", same_site="lax"),
)
def cookie_without_a_name(spec: ResponseSpec) -> Iterator[Finding]:
    """A cookie has a name.

    Without one there is nothing that every browser agrees on: for a line without "=" Chromium 156 stores the text as a
    value without a name and Firefox 153 as a name without a value; `=v` is stored by Chromium and dropped by Firefox.
    """
    return cookie_reasons(spec, "CK001")
