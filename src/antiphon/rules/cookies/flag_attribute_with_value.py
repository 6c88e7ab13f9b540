"""CK010."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.http.set_cookie import FLAGS, Cookie, attribute_key
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

_CHECK = CHECKS["CK010"]


@rule(
    code="CK010",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="n", value="v", path="/", same_site="lax", extensions=(("Secure", "false"),)),
    good=CookieSpec(name="n", value="t", path="/", same_site="lax"),
)
def flag_attribute_with_value(response: ResponseParts) -> Iterator[Finding]:
    """Secure, HttpOnly and Partitioned carry no value.

    `Secure=false` and `Partitioned=false` switch the flag on in every browser: only its absence switches it off.
    """
    return cookie_reasons(response, _CHECK, _weight)


_MEANT_OFF = frozenset({"0", "false", "no", "off"})


def _weight(cookie: Cookie) -> CaptureLevel | None:
    """A flag is on whatever its value is, which matters where it was meant to be off."""
    values = [value for name, value in cookie.extensions if attribute_key(name, value) in FLAGS]
    return None if any((value or "").strip(" \t").lower() in _MEANT_OFF for value in values) else "info"
