"""CR007."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import members
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_ORIGIN = HeaderSpec(name="Access-Control-Allow-Origin", value="https://app.example")
_CREDENTIALS = HeaderSpec(name="Access-Control-Allow-Credentials", value="true")


@rule(
    code="CR007",
    level="error",
    in_captures="warning",
    citation="Fetch, CORS-preflight fetch and CORS protocol and credentials",
    help="list the names: `Access-Control-Allow-Headers: Authorization, Content-Type`",
    bad=ResponseSpec(
        status=204, headers=(_ORIGIN, _CREDENTIALS, HeaderSpec(name="Access-Control-Allow-Methods", value="*"))
    ),
    good=ResponseSpec(
        status=204, headers=(_ORIGIN, _CREDENTIALS, HeaderSpec(name="Access-Control-Allow-Methods", value="PUT"))
    ),
)
def literal_wildcard_with_credentials(response: ResponseParts) -> Iterator[Finding]:
    """Where credentials are allowed, methods and field names are listed one by one.

    For a request with credentials `*` is the name of a method or field like any other, and no request has one of that
    name: Chromium 156 fails the preflight, or hides every field from the script.
    """
    if not any(
        header.value is None or header.value.strip(" \t") == "true"
        for _, header in response.headers("Access-Control-Allow-Credentials")
    ):
        return
    names = ("Access-Control-Allow-Headers", "Access-Control-Allow-Methods", "Access-Control-Expose-Headers")
    for path, value in response.values(*names):
        if "*" in members(value):
            yield Finding(path, "`*` means nothing where credentials are allowed")
