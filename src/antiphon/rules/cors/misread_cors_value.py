"""CR008."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import members
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_NEVER_EXPOSED = frozenset({"set-cookie", "set-cookie2"})


@rule(
    code="CR008",
    level="warning",
    citation="Fetch, CORS non-wildcard request-header name, CORS-preflight fetch and forbidden response-header name",
    help="write methods in capitals, name Authorization beside `*`, and name origins instead of `null`",
    bad=HeaderSpec(name="Access-Control-Allow-Methods", value="put"),
    good=HeaderSpec(name="Access-Control-Allow-Methods", value="PUT"),
)
def misread_cors_value(response: ResponseParts) -> Iterator[Finding]:
    """A CORS field means what it seems to mean.

    Methods match by case, so `put` allows no PUT (MethodDisallowedByPreflightResponse in Chromium 156). `*` covers
    every field but Authorization. The origin `null` is what every sandboxed frame and local file sends, an attacker's
    too. And no script ever sees Set-Cookie.
    """
    for path, value in response.values("Access-Control-Allow-Methods"):
        for method in members(value):
            if method.isalpha() and method != method.upper():
                yield Finding(path, f"{method} is not {method.upper()}: methods match by case")
    for path, value in response.values("Access-Control-Allow-Origin"):
        if value == "null":
            yield Finding(path, "the origin null is that of every sandboxed frame")
    for path, value in response.values("Access-Control-Expose-Headers"):
        if any(name.lower() in _NEVER_EXPOSED for name in members(value)):
            yield Finding(path, "Set-Cookie is never exposed to scripts")
    credentials = response.has("Access-Control-Allow-Credentials")
    for path, value in response.values("Access-Control-Allow-Headers"):
        # With credentials `*` is an error of its own (CR007).
        if not credentials and members(value) == ["*"]:
            yield Finding(path, "`*` does not cover Authorization", "info")
