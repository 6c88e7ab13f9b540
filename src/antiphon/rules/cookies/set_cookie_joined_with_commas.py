"""CK082."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.set_cookie import is_joined
from antiphon.rules.examples import CookieSpec, HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CK082",
    level="error",
    citation="RFC 9110 section 5.3 (note on Set-Cookie); RFC 6265 section 3",
    help="send one field line for each cookie: declare them with `.cookie(...)`, one by one",
    bad=HeaderSpec(name="Set-Cookie", value="a=1, b=2"),
    good=ResponseSpec(
        status=200,
        cookies=(
            CookieSpec(name="a", value="1", path="/", same_site="lax"),
            CookieSpec(name="b", value="2", path="/", same_site="lax"),
        ),
    ),
)
def set_cookie_joined_with_commas(response: ResponseParts) -> Iterator[Finding]:
    """Every cookie has a Set-Cookie line of its own.

    Set-Cookie is the one field whose lines must not be joined: browsers store `a=1, b=2` as one cookie `a` with the
    value `1, b=2`, and the other cookies are lost.
    """
    for path, header in response.headers("Set-Cookie"):
        if header.value is not None and is_joined(header.value):
            yield Finding(f"{path}.value", "a Set-Cookie line joins several cookies with commas; browsers see one")
