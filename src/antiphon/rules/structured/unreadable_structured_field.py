"""SF001."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.headers.values.structured.fields import STRUCTURED_FIELDS, structured_fault
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="SF001",
    level="error",
    citation="RFC 9651 sections 2.2, 3 and 4.2",
    help="write text in double quotes, bytes between colons, ?1 and ?0; keys in lower case; no comma at the end",
    bad=HeaderSpec(name="Cache-Status", value="shop; hit,"),
    good=HeaderSpec(name="Cache-Status", value='shop; hit, "edge 1"; fwd=miss'),
)
def unreadable_structured_field(response: ResponseParts) -> Iterator[Finding]:
    """A field that is defined as a structured Item, List or Dictionary reads as one, with members of its own types.

    One error anywhere, such as a comma at the end, a key in capitals or `TRUE`, and recipients drop the whole field.
    """
    for name in response.spellings(*STRUCTURED_FIELDS):
        if (line := response.joined(name)) is not None and (fault := structured_fault(name, line[1])):
            yield Finding(line[0], f"{name} {fault}")
