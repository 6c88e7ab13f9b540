"""CK011."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.edit_distance import distance
from antiphon.http.set_cookie import FIELDS, attribute_key, attribute_shown
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import CaptureLevel, Finding, rule


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
                message = f"browsers ignore the attribute {attribute_shown(cookie, key)}"
                yield Finding(within(path, "extensions"), message, in_captures=_weight(key, value or ""))


def _weight(key: str, value: str) -> CaptureLevel | None:
    """An attribute that is a slip for another protects nothing. Of the others Chromium knows Priority."""
    if key == "priority" and value.strip(" \t").lower() in ("low", "medium", "high"):
        return "silent"
    is_slip = len(key) < 20 and any(len(known) > 4 and distance(key, known) == 1 for known in FIELDS)
    return None if is_slip else "info"
