"""CK041."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK041"]


@rule(
    code="CK041",
    level="error",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="sid", value="t", path="/a b", same_site="lax"),
    good=CookieSpec(name="sid", value="t", path="/a%20b", same_site="lax"),
)
def path_that_is_never_sent(response: ResponseParts) -> Iterator[Finding]:
    r"""Path is written as a request writes it: percent-encoded, and without dot segments.

    A request's path never holds a space, `"#<>?\^`{|}`, an octet outside ASCII, or a `.` or `..` segment, so a cookie
    with such a Path is stored and never sent (Chromium 156, for all of them). A semicolon begins another attribute.
    """
    return cookie_reasons(response, _CHECK)
