"""CK003."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.http.set_cookie import Cookie
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

_CHECK = CHECKS["CK003"]


@rule(
    code="CK003",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="prefs", value='{"a":1,"b":2}', path="/", same_site="lax"),
    good=CookieSpec(name="prefs", value="eyJhIjoxfQ", path="/", same_site="lax"),
)
def cookie_value_not_cookie_octets(response: ResponseParts) -> Iterator[Finding]:
    """A cookie's value is made of cookie-octets, bare or wholly inside one pair of double quotes.

    A semicolon ends the value and begins an attribute, so a value that came from a user can add `Domain=` or take
    `Secure` away; quotes do not protect it (Chromium 156 stores `n="b;c"` as `"b`). Spaces around a value are stripped.
    JSON, inner spaces, commas and UTF-8 are stored, but http.cookies, Tomcat and Go mangle them on the way back, and
    Firefox 153 turns octets that are not UTF-8 into U+FFFD.
    """
    return cookie_reasons(response, _CHECK, _weight)


def _weight(cookie: Cookie) -> CaptureLevel | None:
    """A value that browsers store unchanged weighs less than one that they cut or rewrite."""
    value = cookie.value or ""
    is_cut = (
        value.startswith('"')
        and value.count('"') % 2 == 1
        and any('"' in name + (text or "") for name, text in cookie.extensions)
    )
    try:
        value.encode("latin-1", errors="replace").decode()
    except UnicodeDecodeError:
        return None
    return None if is_cut else "warning"
