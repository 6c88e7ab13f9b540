"""ST014."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="ST014",
    level="error",
    in_captures="warning",
    citation="RFC 9110 sections 15.5.22 and 7.8",
    help="name the protocol: `Upgrade: HTTP/2.0`, with `Connection: upgrade` beside it",
    bad=ResponseSpec(status=426),
    good=ResponseSpec(
        status=426,
        headers=(HeaderSpec(name="Upgrade", value="HTTP/2.0"), HeaderSpec(name="Connection", value="upgrade")),
    ),
)
def upgrade_required_without_upgrade(response: ResponseParts) -> Iterator[Finding]:
    """A 426 names in Upgrade the protocols that the server wants.

    Without the name a client knows that it must change and not what to. Over HTTP/2 and HTTP/3 there is no Upgrade,
    and no 426 either.
    """
    if response.status == 426 and not response.has("Upgrade"):
        yield Finding("headers", "a 426 has no Upgrade")
