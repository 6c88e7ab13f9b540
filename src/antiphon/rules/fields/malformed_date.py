"""HD014."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.cookie_dates import cookie_date, other_zone
from antiphon.http.dates import date_fault, parse_http_date
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: Seconds that two clocks may differ.
_SLACK = 2


@rule(
    code="HD014",
    level="error",
    in_captures="warning",
    citation="RFC 9110 sections 5.6.7 and 8.8.2.1",
    help="give an aware datetime, or write `Fri, 01 Jan 2027 00:00:00 GMT`",
    bad=ResponseSpec(
        status=200,
        headers=(
            HeaderSpec(name="Cache-Control", value="max-age=60"),
            HeaderSpec(name="Last-Modified", value="2027-01-01"),
        ),
    ),
    good=ResponseSpec(
        status=200,
        headers=(
            HeaderSpec(name="Cache-Control", value="max-age=60"),
            HeaderSpec(name="Last-Modified", value="Fri, 01 Jan 2027 00:00:00 GMT"),
        ),
    ),
)
def malformed_date(response: ResponseParts) -> Iterator[Finding]:
    """A date is an IMF-fixdate that exists, with its own weekday, and Last-Modified is not later than Date.

    Browsers guess what other forms mean, each in its own way, and read every time zone as GMT. Caches and HTTP
    libraries take a date that they cannot read for none: the resource is fetched in full every time.
    """
    for path, header in response.headers("Date", "Last-Modified", "Memento-Datetime"):
        # Whitespace around the value is HD004's. Expires is CC017's, Sunset SF011's, Retry-After SF012's.
        if header.value is not None and parse_http_date(header.value.strip(" \t")) is None:
            read = cookie_date(header.value) is not None and other_zone(header.value) is None
            message = f"{header.name} is {shown(header.value)}, which {date_fault(header.value)}"
            yield Finding(path, message, in_captures="info" if read else None)
    sent = [moment for _, value in response.values("Date") if (moment := parse_http_date(value))]
    for path, value in response.values("Last-Modified"):
        changed = parse_http_date(value)
        if changed and sent and changed > sent[0]:
            clock = (changed - sent[0]).total_seconds() <= _SLACK
            yield Finding(path, "Last-Modified is later than Date", in_captures="silent" if clock else "info")
