"""CK001."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK001"]


@rule(
    code="CK001",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="", value="t", path="/", same_site="lax"),
    good=CookieSpec(name="sid", value="t", path="/", same_site="lax"),
)
def cookie_without_a_name(response: ResponseParts) -> Iterator[Finding]:
    """A cookie has a name.

    Without one there is nothing that every browser agrees on: for a line without "=" Chromium 156 stores the text as a
    value without a name and Firefox 153 as a name without a value; `=v` is stored by Chromium and dropped by Firefox.
    """
    return cookie_reasons(response, _CHECK)
