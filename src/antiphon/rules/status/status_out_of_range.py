"""ST001."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="ST001",
    level="error",
    citation="RFC 9110 section 15",
    help="use a registered status, such as 200, 404 or 503",
    bad=ResponseSpec(status=600),
    good=ResponseSpec(status=599),
)
def status_out_of_range(response: ResponseParts) -> Iterator[Finding]:
    """A status code is an integer from 100 to 599.

    Clients take any other for a server error, or refuse the response. Chromium 156 lets 0, 99, 600 and 1000 through
    to scripts, whose tests such as `response.ok` then take neither branch.
    """
    if not 100 <= response.status <= 599:
        yield Finding("status", f"{response.status} is not a status code")
