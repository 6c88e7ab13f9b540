"""CR001."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.grammar import ORIGIN
from antiphon.http.parsing.pieces import shown, whole_number
from antiphon.http.parsing.target import DEFAULT_PORTS
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import HeaderSpec

_PORT = re.compile(r":([0-9]+)\Z")
_MOST_PORT = 65535


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
    for path, value in response.values("Access-Control-Allow-Origin"):
        origin = value.strip(" \t")  # whitespace around the value is HD004's
        if "," in origin or " " in origin:  # two values are CR002's
            continue
        if message := _fault(origin):
            yield Finding(path, f"Access-Control-Allow-Origin is {shown(value)}, which {message}")


def _fault(origin: str) -> str:
    if origin in ("*", "null"):
        return ""
    if not ORIGIN.fullmatch(origin):
        return "is not an origin as browsers write it"
    port = _PORT.search(origin.rpartition("]")[2])
    if port and port[1] == DEFAULT_PORTS.get(origin.partition(":")[0]):
        return "names the port that browsers leave out"
    if port and (port[1][0] == "0" or (whole_number(port[1]) or 0) > _MOST_PORT):
        return "has a port as no browser writes it"
    return ""
