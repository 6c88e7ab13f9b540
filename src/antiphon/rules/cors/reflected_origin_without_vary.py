"""CR005."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.cache_control import arguments
from antiphon.http.parsing.pieces import members
from antiphon.rules.examples import HeaderSpec, ParamSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_ALLOW = HeaderSpec(name="Access-Control-Allow-Origin")
_PARAM = ParamSpec(name="allow_origin", fills="header", slot="Access-Control-Allow-Origin")


@rule(
    code="CR005",
    level="warning",
    citation="Fetch, CORS protocol and HTTP caches",
    help="add `Vary: Origin`",
    bad=ResponseSpec(status=200, headers=(_ALLOW,), params=(_PARAM,)),
    good=ResponseSpec(status=200, headers=(_ALLOW, HeaderSpec(name="Vary", value="Origin")), params=(_PARAM,)),
)
def reflected_origin_without_vary(response: ResponseParts) -> Iterator[Finding]:
    """A response whose Access-Control-Allow-Origin varies with the request says so in Vary.

    A cache, the browser's own included, keeps the answer for one origin and hands it to the next one, which it does
    not name: requests fail now and then, depending on who asked first. One fixed origin needs no Vary.
    """
    if any(header.value is None for _, header in response.headers("Vary", "Cache-Control")):
        return
    varies = {name.lower() for _, value in response.values("Vary") for name in members(value)}
    stored = "no-store" not in arguments([value for _, value in response.values("Cache-Control")])
    for path, header in response.headers("Access-Control-Allow-Origin"):
        if header.value is None and stored and not varies & {"origin", "*"}:
            yield Finding(path, "Access-Control-Allow-Origin varies with each response, and Vary does not name Origin")
