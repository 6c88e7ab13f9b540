"""CR002."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CR002",
    level="error",
    citation="Fetch, CORS check",
    help="answer with the one origin that asks, and `Vary: Origin`; declare it as a param",
    bad=HeaderSpec(name="Access-Control-Allow-Origin", value="https://a.example, https://b.example"),
    good=HeaderSpec(name="Access-Control-Allow-Origin", value="https://a.example"),
)
def several_allowed_origins(response: ResponseParts) -> Iterator[Finding]:
    """Access-Control-Allow-Origin has one value.

    Two of them, with a comma, with a space or on two lines, fail in Chromium 156 with MultipleAllowOriginValues, even
    where they are the same: often one comes from the application and one from a proxy.
    """
    lines = response.headers("Access-Control-Allow-Origin")
    for path, _ in lines[1:]:
        yield Finding(path, "Access-Control-Allow-Origin is given a second time")
    for path, header in lines:
        value = (header.value or "").strip(" \t")
        if "," in value or " " in value:
            yield Finding(path, f"Access-Control-Allow-Origin is {shown(value)}, which is more than one value")
