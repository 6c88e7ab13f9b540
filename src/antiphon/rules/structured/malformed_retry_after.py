"""SF012."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.dates import parse_http_date
from antiphon.http.grammar import DIGITS
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="SF012",
    level="error",
    citation="RFC 9110 section 10.2.3",
    help="write whole seconds, such as `120`, or `Fri, 01 Jan 2027 00:00:00 GMT`",
    bad=HeaderSpec(name="Retry-After", value="1.5"),
    good=HeaderSpec(name="Retry-After", value="120"),
)
def malformed_retry_after(response: ResponseParts) -> Iterator[Finding]:
    """Retry-After is a whole number of seconds, or an IMF-fixdate.

    Clients ignore anything else, and retry when they like: at once, and all together.
    """
    for path, when in response.values("Retry-After"):
        if not DIGITS.fullmatch(when) and parse_http_date(when) is None:
            yield Finding(path, f"Retry-After is {shown(when)}, which is neither seconds nor an IMF-fixdate")
