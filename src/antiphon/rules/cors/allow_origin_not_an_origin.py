"""CR001."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.origin import origin_fault
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CR001",
    level="error",
    citation="Fetch, CORS check and serialized-origin",
    help="write the origin as browsers do: `https://app.example`, in lower case, without a path or a default port",
    bad=HeaderSpec(name="Access-Control-Allow-Origin", value="https://app.example/"),
    good=HeaderSpec(name="Access-Control-Allow-Origin", value="https://app.example:8443"),
)
def allow_origin_not_an_origin(response: ResponseParts) -> Iterator[Finding]:
    """Access-Control-Allow-Origin is `*`, `null`, or one origin as a browser writes it.

    It is compared octet by octet with the Origin of the request. In Chromium 156 each of 15 other forms failed, with
    AllowOriginMismatch or InvalidAllowOriginValue: a slash at the end, a path, capitals, a wildcard label, no scheme.
    """
    for path, origin in response.values("Access-Control-Allow-Origin"):
        if "," in origin or " " in origin:  # two values are CR002's
            continue
        if message := origin_fault(origin):
            yield Finding(path, f"Access-Control-Allow-Origin is {shown(origin)}, which {message}")
