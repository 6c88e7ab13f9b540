"""CK002."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.parts import cookie_reasons
from antiphon.rules.rule import Finding, rule
from antiphon.spec import CookieSpec, ResponseSpec


@rule(
    code="CK002",
    level="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 (cookie-name); RFC 9110 section 5.6.2 (token)",
    help="write the name with letters, digits and `!#$%&'*+-.^_`|~` only, such as `user_id` for `user[id]`",
    bad=CookieSpec(name="user[id]", value="1", path="/", same_site="lax"),
    good=CookieSpec(name="user_id", value="1", path="/", same_site="lax"),
)
def cookie_name_not_a_token(spec: ResponseSpec) -> Iterator[Finding]:
    """A cookie's name is a token.

    Chromium 156 stores almost any octet in a name, but drops the cookie for a tab or another control character, and
    servers differ in what they read back: the name that was set is not the name that comes in with the next request.
    """
    return cookie_reasons(spec, "CK002")
