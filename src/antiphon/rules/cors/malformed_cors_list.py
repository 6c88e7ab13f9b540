"""CR009."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.grammar import TOKEN
from antiphon.http.parsing.pieces import members, shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CR009",
    level="error",
    citation="Fetch, extract header list values",
    help="separate the names by commas: `PUT, PATCH`",
    bad=HeaderSpec(name="Access-Control-Allow-Methods", value="PUT PATCH"),
    good=HeaderSpec(name="Access-Control-Allow-Methods", value="PUT, PATCH"),
)
def malformed_cors_list(response: ResponseParts) -> Iterator[Finding]:
    """Access-Control-Allow-Methods, -Allow-Headers and -Expose-Headers are lists of tokens.

    One invalid member voids the whole list: the preflight fails in Chromium 156 with
    InvalidAllowMethodsPreflightResponse or InvalidAllowHeadersPreflightResponse, and no field is exposed.
    """
    names = ("Access-Control-Allow-Headers", "Access-Control-Allow-Methods", "Access-Control-Expose-Headers")
    for path, header in response.headers(*names):
        for member in members(header.value or ""):
            if not TOKEN.fullmatch(member):
                yield Finding(path, f"{header.name} holds {shown(member)}, which is not a token")
