"""CK005."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.parts import cookie_reasons
from antiphon.rules.rule import Finding, rule
from antiphon.spec import CookieSpec, ResponseSpec


@rule(
    code="CK005",
    level="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 5.6 step 1, section 5.7 step 3 and section 4.1.1 (av-octet)",
    help="take the control character out, or encode the value with base64.urlsafe_b64encode(...)",
    bad=CookieSpec(name="n", value="a\tb", path="/", same_site="lax"),
    good=CookieSpec(name="n", value="a.b", path="/", same_site="lax"),
)
def control_character_in_cookie(spec: ResponseSpec) -> Iterator[Finding]:
    """A cookie holds no control character, neither in its name, nor in its value, nor in an attribute.

    Both browsers drop the whole cookie, even where the octet stands in an attribute that they do not know; Chromium 156
    drops it for a tab as well. CR and LF end the field line, so that the rest of the value becomes a field of its own;
    NUL ends the whole response in Chromium.
    """
    return cookie_reasons(spec, "CK005")
