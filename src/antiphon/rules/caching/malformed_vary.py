"""CC013."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.grammar import TOKEN
from antiphon.http.parsing.pieces import members, shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CC013",
    level="error",
    citation="RFC 9110 section 12.5.5; RFC 9111 section 4.1",
    help="list the names of the request's fields: `Vary: Accept, Accept-Language`",
    bad=HeaderSpec(name="Vary", value="Accept; q=1"),
    good=HeaderSpec(name="Vary", value="Accept, Accept-Language"),
)
def malformed_vary(response: ResponseParts) -> Iterator[Finding]:
    """Vary is a list of field names; `*` is one too many.

    An invalid name makes a cache either ignore the field, and hand out the wrong variant, or never use the
    response again. `*` does the latter for certain: Chromium 156 fetched anew each time, wherever it was in the list.
    """
    for path, value in response.values("Vary"):
        for member in members(value):
            if member == "*":
                yield Finding(path, "Vary holds `*`, so no cache ever uses the response again", "warning", "info")
            elif not TOKEN.fullmatch(member):
                yield Finding(path, f"Vary holds {shown(member)}, which is not a field name")
