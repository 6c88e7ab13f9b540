"""CK012."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.set_cookie import FIELDS, shown
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule

_ESCAPE = expression(r"%[0-9A-Fa-f]{2}")


@rule(
    code="CK012",
    level="info",
    citation="draft-ietf-httpbis-rfc6265bis-22 sections 4.1.1 and 5.6; RFC 2965 section 3.3.4",
    help="leave quotes and escapes out of the value, or undo them where the cookie is read; choose another name",
    bad=CookieSpec(name="n", value='"v"', path="/", same_site="lax"),
    good=CookieSpec(name="n", value="v", path="/", same_site="lax"),
)
def cookie_read_back_otherwise(response: ResponseParts) -> Iterator[Finding]:
    """A cookie reads back as it was written.

    Browsers give quotes back with the value and never decode percent-escapes, while some servers strip the one and
    decode the other. Cookies named like an attribute (`Path`, `Secure`) or with a `$` in front are attributes to
    servers that still read RFC 2965.
    """
    for path, cookie in response.cookies:
        value = cookie.value or ""
        if len(value) > 1 and value[0] == value[-1] == '"':
            yield Finding(
                within(path, "value"),
                f"the value of cookie {shown(cookie.name)} comes back with its quotes",
                in_captures="silent",
            )
        if _ESCAPE.search(value):
            yield Finding(
                within(path, "value"),
                f"the value of cookie {shown(cookie.name)} comes back percent-encoded",
                in_captures="silent",
            )
        if cookie.name.startswith("$") or cookie.name.lower() in FIELDS:
            yield Finding(
                within(path, "name"), f"some servers read a cookie named {shown(cookie.name)} as an attribute"
            )
