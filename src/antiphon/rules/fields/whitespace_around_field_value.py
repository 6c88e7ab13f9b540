"""HD004."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import shown
from antiphon.rules.content import field_values
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="HD004",
    level="error",
    citation="RFC 9110 section 5.5; RFC 9113 section 8.2.1",
    help="strip the value",
    bad=HeaderSpec(name="X-Request-Id", value=" 7f3a "),
    good=HeaderSpec(name="X-Request-Id", value="7f3a"),
)
def whitespace_around_field_value(response: ResponseParts) -> Iterator[Finding]:
    """A field value neither begins nor ends with a space or a tab.

    HTTP/1.1 recipients cut it off, so what arrives is not what was sent. Over HTTP/2 the message is malformed, and
    the client resets the stream.
    """
    for path, value in field_values(response):
        if value != value.strip(" \t"):
            yield Finding(path, f"the value {shown(value)} begins or ends with whitespace")
