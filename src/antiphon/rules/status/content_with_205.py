"""ST003."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.content import has_content
from antiphon.rules.examples import HeaderSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="ST003",
    level="error",
    citation="RFC 9110 section 15.3.6",
    help="answer 200 with the content, or leave the content out",
    bad=ResponseSpec(status=205, body=TextBody(content="form cleared")),
    good=ResponseSpec(status=205, headers=(HeaderSpec(name="Content-Length", value="0"),)),
)
def content_with_205(response: ResponseParts) -> Iterator[Finding]:
    """A 205 has no content.

    Browsers drop it. A client that reads no content leaves its octets on the connection, where they are read as the
    start of the next response.
    """
    if response.status == 205 and has_content(response):
        yield Finding("body", f"a 205 has no content, and this one has a {response.body.kind} body")
