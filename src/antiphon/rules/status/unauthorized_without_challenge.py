"""ST011."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import members
from antiphon.http.status import statuses_that_oblige
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="ST011",
    level="error",
    in_captures="warning",
    citation="RFC 9110 sections 15.5.2 and 11.6.1",
    help="say how to authenticate: `Unauthorized` or `www_authenticate=Challenge(...)` in a declaration, such as "
    "`WWW-Authenticate: Bearer` on the wire; where no credentials would help, answer 403",
    bad=ResponseSpec(status=401),
    good=ResponseSpec(status=401, headers=(HeaderSpec(name="WWW-Authenticate", value="Bearer"),)),
)
def unauthorized_without_challenge(response: ResponseParts) -> Iterator[Finding]:
    """A 401 has a WWW-Authenticate field with at least one challenge.

    Without a challenge a client knows that it may not pass and not how it could: browsers show no dialogue, and HTTP
    libraries never send the credentials that they have.
    """
    if response.status in statuses_that_oblige("WWW-Authenticate") and not any(
        header.value is None or members(header.value) for _, header in response.headers("WWW-Authenticate")
    ):
        yield Finding("headers", "a 401 has no challenge in WWW-Authenticate")
