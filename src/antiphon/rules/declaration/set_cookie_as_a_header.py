"""AN010."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import CookieSpec, HeaderSpec, ParamSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="AN010",
    level="warning",
    applies_to_captures=False,
    citation="antiphon's own: a cookie is declared by its parts, so that each can be checked",
    help="declare it with `.cookie(...)`, or as a param with cookie(...)",
    bad=ResponseSpec(
        status=200,
        headers=(HeaderSpec(name="Set-Cookie"),),
        params=(ParamSpec(name="session", fills="header", slot="Set-Cookie"),),
    ),
    good=ResponseSpec(
        status=200,
        cookies=(CookieSpec(name="session", path="/", same_site="lax"),),
        params=(ParamSpec(name="session", fills="cookie", slot="session"),),
    ),
)
def set_cookie_as_a_header(response: ResponseParts) -> Iterator[Finding]:
    """A cookie is declared as a cookie, not as a field line.

    A fixed line is judged all the same, but has no place in documentation and no deletion that matches it. A line that
    a param supplies is an error: its whole text, `; Domain=` included, would be sent unchecked.
    """
    for path, header in response.headers("Set-Cookie"):
        if header.value is None:
            yield Finding(path, "a param supplies a whole Set-Cookie line, which nothing can check", "error")
        else:
            yield Finding(path, "a cookie is declared as a Set-Cookie line")
