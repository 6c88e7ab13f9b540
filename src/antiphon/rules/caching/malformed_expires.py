"""CC017."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.dates import parse_http_date
from antiphon.http.parsing.cache_control import arguments
from antiphon.http.parsing.pieces import shown
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import HeaderSpec


@rule(
    code="CC017",
    level="error",
    citation="RFC 9111 section 5.3; RFC 9110 section 5.6.7",
    help="write `Cache-Control: no-cache` for what is stale at once, and `Cache-Control: max-age=60` for a lifetime",
    bad=HeaderSpec(name="Expires", value="0"),
    good=HeaderSpec(name="Expires", value="Fri, 01 Jan 2027 00:00:00 GMT"),
)
def malformed_expires(response: ResponseParts) -> Iterator[Finding]:
    """Expires is an IMF-fixdate.

    Caches read `0`, `-1` and anything else that is no date as a moment in the past; Chromium 156 reads ISO 8601 and
    dates without GMT as well, and others do not. Beside max-age it is ignored.
    """
    found = arguments([value for _, value in response.values("Cache-Control")])
    for path, header in response.headers("Expires"):
        if header.value is not None and parse_http_date(header.value.strip(" \t")) is None:
            yield Finding(path, f"Expires is {shown(header.value)}, which is not an IMF-fixdate")
        elif "max-age" in found:
            yield Finding(path, "Expires is ignored beside max-age", "info")
