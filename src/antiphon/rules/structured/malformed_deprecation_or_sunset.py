"""SF011."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.reading import read_item
from antiphon.headers.values.structured.values import Date
from antiphon.http.dates import parse_http_date
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: RFC 9651 section 3.3.7: the seconds of the years 1 to 9999, which every parser supports.
_FIRST, _LAST = -62_135_596_800, 253_402_214_400


@rule(
    code="SF011",
    level="error",
    citation="RFC 9745 sections 2.1 and 4; RFC 8594 section 3; RFC 9651 section 3.3.7",
    help="write `Deprecation: @1767225600` and `Sunset: Fri, 01 Jan 2027 00:00:00 GMT`",
    bad=HeaderSpec(name="Deprecation", value="true"),
    good=ResponseSpec(
        status=200,
        headers=(
            HeaderSpec(name="Deprecation", value="@1767225600"),
            HeaderSpec(name="Sunset", value="Fri, 01 Jan 2027 00:00:00 GMT"),
        ),
    ),
)
def malformed_deprecation_or_sunset(response: ResponseParts) -> Iterator[Finding]:
    """Deprecation is a structured Date, and Sunset an IMF-fixdate that is not before it.

    `true` and HTTP dates are what drafts of the one had, and clients that follow the standard ignore them. A resource
    that ends before it is deprecated warns nobody.
    """
    deprecated: int | None = None
    if (line := response.joined("Deprecation")) is not None:
        path, value = line
        deprecated = _date(value)
        if deprecated is None:
            yield Finding(path, f"Deprecation is {shown(value)}, which is not a structured Date")
        elif not _FIRST <= deprecated <= _LAST:
            yield Finding(path, f"Deprecation is {shown(value)}, which is beyond the years that recipients must read")
    if (line := response.joined("Sunset")) is not None:
        path, value = line
        ends = parse_http_date(value)
        if ends is None:
            yield Finding(path, f"Sunset is {shown(value)}, which is not an IMF-fixdate")
        elif deprecated is not None and ends.timestamp() < deprecated:
            yield Finding(path, "Sunset is before Deprecation")


def _date(value: str) -> int | None:
    try:
        found = read_item(value).value
    except FieldError:
        return None
    return found if isinstance(found, Date) else None
