"""HD008."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import members
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.rules.seen import FieldLine

FIELDS = ("Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "Upgrade")
_UPGRADING = frozenset({101, 426})


@rule(
    code="HD008",
    level="error",
    applies_to_captures=False,  # the server has set it
    in_sources="warning",  # over HTTP/1.1 most servers send it as it is
    citation="RFC 9113 section 8.2.2; RFC 9114 section 4.2; RFC 9110 section 7.6.1",
    help="leave the field out; the server owns the connection, and has an option to close it",
    bad=HeaderSpec(name="Connection", value="close"),
    good=HeaderSpec(name="Cache-Control", value="no-store"),
)
def connection_field_set_by_application(response: ResponseParts) -> Iterator[Finding]:
    """Fields about the connection are the server's to set, but for the Upgrade that statuses 101 and 426 demand.

    Over HTTP/2 and HTTP/3 a message with such a field is malformed: the client resets the stream and the whole
    response is lost. Over HTTP/1.1 the field contradicts what the server does.
    """
    for path, header in response.headers(*FIELDS):
        if response.status not in _UPGRADING or not _upgrades(header):
            yield Finding(path, f"{header.name} belongs to the connection, not to the response")


def _upgrades(header: FieldLine) -> bool:
    """Whether a field takes part in an upgrade (RFC 9110 section 7.8): Upgrade, and Connection naming just that."""
    if header.name.lower() == "upgrade":
        return True
    named = members(header.value or "upgrade")
    return header.name.lower() == "connection" and [name.lower() for name in named] == ["upgrade"]
