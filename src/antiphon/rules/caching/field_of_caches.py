"""CC021."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.grammar import DIGITS
from antiphon.http.parsing.cache_control import arguments
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

_WHOSE = {
    "age": "is written by caches, and makes a response look older than it is",
    "pragma": "means nothing in a response; Cache-Control does",
    "via": "is written by proxies",
    "warning": "is obsolete since RFC 9111, and was written by caches",
}


@rule(
    code="CC021",
    level="warning",
    citation="RFC 9111 sections 5.1, 5.4 and 5.5; RFC 9110 section 7.6.3",
    help="leave the field out; to keep a response from caches, write `Cache-Control: no-store`",
    bad=HeaderSpec(name="Pragma", value="no-cache"),
    good=HeaderSpec(name="Cache-Control", value="no-store"),
)
def field_of_caches(response: ResponseParts) -> Iterator[Finding]:
    """An origin server does not send Age, Via, Warning or Pragma.

    A response that begins with an Age is stale too soon. Pragma: no-cache is defined for requests alone; Chromium 156
    obeys it in a response all the same, and other caches do not. Beside `Cache-Control: no-store` it does no harm, and
    RFC 6749 section 5.1 demands the two together where a token is sent. In a capture, Age and Via tell of a cache and a
    proxy on the way, which must write them.
    """
    stored = "no-store" not in arguments([value for _, value in response.values("Cache-Control")])
    for path, header in response.headers(*_WHOSE):
        name = header.name.lower()
        if name == "age" and header.value is not None and not DIGITS.fullmatch(header.value.strip(" \t")):
            yield Finding(
                path, f"Age is {shown(header.value)}, which is not a number in digits alone", "error", "warning"
            )
        elif name != "pragma" or stored or (header.value or "").strip(" \t").lower() != "no-cache":
            yield Finding(path, f"{header.name} {_WHOSE[name]}", in_captures=_weight(name, header.value or ""))


def _weight(name: str, value: str) -> CaptureLevel:
    """In a capture, Age and Via are fine: proxies and caches between it and the origin server must write them.

    `Pragma: no-cache` is what RFC 6749 section 5.1 asks of responses with tokens.
    """
    if name in ("age", "via") or (name == "pragma" and value.strip(" \t").lower() == "no-cache"):
        return "silent"
    return "info"
