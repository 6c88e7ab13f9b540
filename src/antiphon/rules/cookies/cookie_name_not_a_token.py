"""CK002."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_checks import CHECKS
from antiphon.rules.cookie_reasons import cookie_reasons
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CHECK = CHECKS["CK002"]


@rule(
    code="CK002",
    level="error",
    in_captures="warning",
    citation=_CHECK.citation,
    help=_CHECK.help,
    bad=CookieSpec(name="user[id]", value="1", path="/", same_site="lax"),
    good=CookieSpec(name="user_id", value="1", path="/", same_site="lax"),
)
def cookie_name_not_a_token(response: ResponseParts) -> Iterator[Finding]:
    """A cookie's name is a token.

    Chromium 156 stores almost any octet in a name, but drops the cookie for a tab or another control character, and
    servers differ in what they read back: the name that was set is not the name that comes in with the next request.
    """
    return cookie_reasons(response, _CHECK)
