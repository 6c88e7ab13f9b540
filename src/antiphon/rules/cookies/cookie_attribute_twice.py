"""CK009."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.http.set_cookie import FLAGS, Cookie, attribute_key, attributes
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

_CHECK = CHECKS["CK009"]


@rule(
    code="CK009",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="n", value="v", path="/", same_site="lax", extensions=(("Path", "/app"),)),
    good=CookieSpec(name="n", value="t", path="/", same_site="lax"),
)
def cookie_attribute_twice(response: ResponseParts) -> Iterator[Finding]:
    """A cookie has each attribute once.

    The last one wins, and an unusable last one undoes a good first one: `SameSite=Strict; SameSite=x` is a cookie
    without SameSite, and `Max-Age=100; Max-Age=` lasts for the session (Chromium 156 and Firefox 153).
    """
    return cookie_reasons(response, _CHECK, _weight)


def _weight(cookie: Cookie) -> CaptureLevel:
    """The same attribute again changes nothing; of two that differ the last one counts."""
    said: dict[str, set[str]] = {}
    for name, value in attributes(cookie):
        key = attribute_key(name, value)
        said.setdefault(key, set()).add("" if key in FLAGS else (value or "").strip(" \t").lower())
    return "warning" if any(len(values) > 1 for values in said.values()) else "info"
