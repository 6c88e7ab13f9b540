"""CC017."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from antiphon.http.cookie_dates import cookie_date
from antiphon.http.dates import date_fault, parse_http_date
from antiphon.http.expression import expression
from antiphon.http.parsing.cache_control import arguments
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

#: Words and future years that are not dates: caches read them as past, although the author meant the future.
_FUTURE = expression(r"never|session|forever|20[3-9][0-9]", re.IGNORECASE)


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

    Caches read `0`, `-1` and anything else that is not a date as a moment in the past; Chromium 156 reads ISO 8601 and
    dates without GMT as well, and others do not. Beside max-age it is ignored.
    """
    found = arguments([value for _, value in response.values("Cache-Control")])
    for path, header in response.headers("Expires"):
        if header.value is not None and parse_http_date(header.value.strip(" \t")) is None:
            message = f"Expires is {shown(header.value)}, which {date_fault(header.value)}"
            weight = "silent" if "max-age" in found else _weight(response, header.value)
            yield Finding(path, message, in_captures=weight)
        elif "max-age" in found:
            yield Finding(path, "Expires is ignored beside max-age", "info", "silent")


def _weight(response: ResponseParts, value: str) -> CaptureLevel:
    """Less where reading the value as past does what its author meant; a warning where the author meant the future."""
    if (read := cookie_date(value)) is None:
        return "warning" if _FUTURE.search(value) else "info"
    return "silent" if read <= (response.sent or datetime.now(UTC)) else "info"
