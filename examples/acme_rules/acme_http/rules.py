"""The rules: each a function with its page, a bad example and a good one."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import CookieSpec, HeaderSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="XACME001",
    level="warning",
    citation="Acme engineering handbook, chapter 4",
    help='add `.header("X-Acme-Team", "search")`, with the team that answers for it',
    url="https://handbook.acme.example/http#XACME001",
    bad=ResponseSpec(status=503, body=TextBody(content="Come back later.")),
    good=ResponseSpec(
        status=503,
        headers=(HeaderSpec(name="X-Acme-Team", value="search"), HeaderSpec(name="Retry-After", value="120")),
        body=TextBody(content="Come back later."),
    ),
)
def failure_without_team(response: ResponseParts) -> Iterator[Finding]:
    """A response with a status of 500 or more names the team that answers for it.

    Whoever is on call reads it in the log of the proxy, and wakes the right people.
    """
    if response.status >= 500 and not response.has("X-Acme-Team"):
        yield Finding("status", f"a {response.status} does not say which team answers for it")


@rule(
    code="XACME002",
    level="error",
    citation="Acme engineering handbook, chapter 7",
    help="name the cookie `acme_...`",
    url="https://handbook.acme.example/http#XACME002",
    bad=CookieSpec(name="theme", value="dark", path="/", secure=True, http_only=True, same_site="lax"),
    good=CookieSpec(name="acme_theme", value="dark", path="/", secure=True, http_only=True, same_site="lax"),
)
def cookie_without_prefix(response: ResponseParts) -> Iterator[Finding]:
    """A cookie of Acme has a name that begins with acme_, behind the prefix that browsers know.

    Partners serve from the same registrable domain, and their cookies come with the same requests.
    """
    for path, cookie in response.cookies:
        if not cookie.name.removeprefix("__Host-").removeprefix("__Secure-").startswith("acme_"):
            yield Finding(path, f"the cookie {cookie.name!r} does not begin with acme_")


RULES = (failure_without_team, cookie_without_prefix)
