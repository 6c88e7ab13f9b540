"""ST018."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: Fields that tell a client how to go on, by status: one of them is enough. One row a status.
_HINTS: dict[int, tuple[str, ...]] = {
    201: ("Location", "Content-Location"),  # RFC 9110 section 15.3.2
    415: ("Accept", "Accept-Encoding", "Accept-Patch", "Accept-Post", "Accept-Query"),  # RFC 9110 section 15.5.16
    429: ("Retry-After", "RateLimit", "RateLimit-Reset", "X-RateLimit-Reset"),  # RFC 6585 section 4
    503: ("Retry-After",),  # RFC 9110 section 15.6.4
}
_BLOCKED_BY = expression(r"blocked-by", re.IGNORECASE)


@rule(
    code="ST018",
    level="info",
    citation="RFC 9110 sections 10.2.3, 15.3.2, 15.5.16 and 15.6.4; RFC 6585 section 4; RFC 7725 section 4",
    help="add the field, so that a client knows what to do next",
    bad=ResponseSpec(status=429),
    good=ResponseSpec(status=429, headers=(HeaderSpec(name="Retry-After", value="30"),)),
)
def status_without_hint(response: ResponseParts) -> Iterator[Finding]:
    """A status that asks something of the client says how: where the new resource is, when to try again, what to send.

    Without it clients guess: they retry at once, and all together.
    """
    hints = _HINTS.get(response.status, ())
    if hints and not response.has(*hints):
        yield Finding("headers", f"a {response.status} has no {hints[0]}")
    if response.status == 451 and not any(
        header.value is None or _BLOCKED_BY.search(header.value) for _, header in response.headers("Link")
    ):
        yield Finding("headers", "a 451 has no Link with rel=blocked-by, which names who demands the blocking")
