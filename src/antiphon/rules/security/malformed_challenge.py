"""SC018."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.challenges import Challenge, challenges, repeated
from antiphon.http.parsing.pieces import shown, unquoted
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="SC018",
    level="info",
    citation="RFC 9110 sections 11.2, 11.5 and 11.6.1; RFC 7617 section 2.1",
    help='write `Basic realm="shop", charset="UTF-8"`: the scheme, a space, and parameters with commas between them',
    bad=HeaderSpec(name="WWW-Authenticate", value="Basic realm=shop"),
    good=HeaderSpec(name="WWW-Authenticate", value='Basic realm="shop", charset="UTF-8"'),
)
def malformed_challenge(response: ResponseParts) -> Iterator[Finding]:
    """A challenge is a scheme and parameters, none of them twice; realm is quoted, and Basic has the charset UTF-8.

    Clients that find a challenge malformed do not answer it: no dialogue is shown and no credentials are sent. For a
    realm without quotes most of them make do.
    """
    for path, header in response.headers("WWW-Authenticate", "Proxy-Authenticate"):
        found, strays = challenges(header.value or "")
        for stray in strays:
            message = f"{header.name} holds {shown(stray)}, which is neither a challenge nor a parameter"
            yield Finding(path, message, "error")
        for challenge in found:
            yield from _faults(path, challenge)


def _faults(path: str, challenge: Challenge) -> Iterator[Finding]:
    for name in repeated(challenge):
        # "Parameter names ... MUST only occur once per challenge" (RFC 9110 section 11.2)
        yield Finding(path, f"the {challenge.scheme} challenge has {name} twice", "error")
    basic = challenge.scheme.lower() == "basic"
    for parameter in challenge.parameters:
        name, value = parameter.name.lower(), parameter.value or ""
        if name == "realm" and not value.startswith('"'):
            yield Finding(path, f"the realm {shown(value)} is not in quotes")
        if name == "charset" and basic and unquoted(value).upper() != "UTF-8":
            yield Finding(path, f"the charset of Basic is {shown(value)}, and only UTF-8 means anything")
    if basic and not any(parameter.name.lower() == "realm" for parameter in challenge.parameters):
        yield Finding(path, "the Basic challenge has no realm")
