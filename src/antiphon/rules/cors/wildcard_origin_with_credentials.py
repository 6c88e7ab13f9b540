"""CR003."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CR003",
    level="error",
    in_captures="warning",
    citation="Fetch, CORS protocol and credentials",
    help="name the origin instead of `*`, and add `Vary: Origin`; or leave Access-Control-Allow-Credentials out",
    bad=ResponseSpec(
        status=200,
        headers=(
            HeaderSpec(name="Access-Control-Allow-Origin", value="*"),
            HeaderSpec(name="Access-Control-Allow-Credentials", value="true"),
        ),
    ),
    good=ResponseSpec(
        status=200,
        headers=(
            HeaderSpec(name="Access-Control-Allow-Origin", value="https://app.example"),
            HeaderSpec(name="Access-Control-Allow-Credentials", value="true"),
            HeaderSpec(name="Vary", value="Origin"),
        ),
    ),
)
def wildcard_origin_with_credentials(response: ResponseParts) -> Iterator[Finding]:
    """Access-Control-Allow-Origin: * is not sent together with Access-Control-Allow-Credentials.

    A request with credentials fails in Chromium 156 with WildcardOriginNotAllowed, and the script gets nothing.
    """
    if not any(value == "*" for _, value in response.values("Access-Control-Allow-Origin")):
        return
    optional = {param.slot.lower() for param in response.params if param.fills == "header" and param.optional}
    for path, header in response.headers("Access-Control-Allow-Credentials"):
        # A value that varies can only be `true`. Any other fixed value is CR004's.
        sent = header.value is not None or header.name.lower() not in optional
        if sent and (header.value is None or header.value.strip(" \t") == "true"):
            yield Finding(
                path, "credentials are allowed to every origin: a request with credentials fails, others work"
            )
