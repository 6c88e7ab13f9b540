"""CK011."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.set_cookie import FIELDS, attribute_key, shown
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule
from antiphon.spec import CookieSpec


@rule(
    code="CK011",
    level="warning",
    citation="draft-ietf-httpbis-rfc6265bis-22 sections 4.1.2 and 5.6",
    help="leave the attribute out; what a browser does not know has no effect",
    bad=CookieSpec(name="sid", value="t", path="/", same_site="lax", extensions=(("Priority", "High"),)),
    good=CookieSpec(name="sid", value="t", path="/", same_site="lax"),
)
def attribute_unknown_to_browsers(response: ResponseParts) -> Iterator[Finding]:
    """A cookie has attributes that browsers know.

    Others are ignored without a word, so a misspelt `SameSites=Strict` protects nothing. Only Chromium knows Priority.
    """
    for path, cookie in response.cookies:
        for name, value in cookie.extensions:
            key = attribute_key(name, value)
            if key and key not in FIELDS:
                yield Finding(within(path, "extensions"), f"browsers ignore the attribute {shown(key)}")
