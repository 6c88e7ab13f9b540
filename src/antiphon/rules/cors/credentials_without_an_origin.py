"""CR013."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CR013",
    level="warning",
    in_captures="info",
    citation="Fetch, CORS check",
    help="add `Access-Control-Allow-Origin` with the origin that may read the response, or leave the field out",
    bad=HeaderSpec(name="Access-Control-Allow-Credentials", value="true"),
    good=ResponseSpec(
        status=200,
        headers=(
            HeaderSpec(name="Access-Control-Allow-Origin", value="https://app.example"),
            HeaderSpec(name="Access-Control-Allow-Credentials", value="true"),
            HeaderSpec(name="Vary", value="Origin"),
        ),
    ),
)
def credentials_without_an_origin(response: ResponseParts) -> Iterator[Finding]:
    """Access-Control-Allow-Credentials is sent together with Access-Control-Allow-Origin.

    Alone it allows nothing: Chromium 150 and 156 let no script read the response, with credentials or without them
    (MissingAllowOriginHeader).
    """
    if not response.has("Access-Control-Allow-Origin"):
        for path, _ in response.headers("Access-Control-Allow-Credentials")[:1]:
            yield Finding(path, "credentials are allowed to no origin, so that no script can read the response")
