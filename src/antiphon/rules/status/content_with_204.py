"""ST002."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.content import has_content
from antiphon.rules.examples import HeaderSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule
from antiphon.rules.seen import FieldLine


@rule(
    code="ST002",
    level="error",
    citation="RFC 9110 sections 15.3.5 and 8.6; RFC 9112 section 6.1",
    help="answer 200 with the content, or leave the content and its framing fields out",
    bad=ResponseSpec(status=204, body=TextBody(content="deleted")),
    good=ResponseSpec(status=204, headers=(HeaderSpec(name="ETag", value='"v2"'),)),
)
def content_with_204(response: ResponseParts) -> Iterator[Finding]:
    """A 204 has no content, no Content-Length and no Transfer-Encoding.

    Browsers drop the content. On a connection that is kept alive its octets may be read as the start of the next
    response.
    """
    if response.status != 204:
        return
    if has_content(response):
        yield Finding("body", f"a 204 has no content, and this one has a {response.body.kind} body")
    for path, header in response.headers("Content-Length", "Transfer-Encoding"):
        yield Finding(path, f"a 204 has no {header.name}", in_captures=_weight(header))


def _weight(header: FieldLine) -> CaptureLevel | None:
    """No client minds a length of 0; for another one some intermediaries wait."""
    if header.name.lower() != "content-length":
        return None
    return "warning" if (header.value or "").strip(" \t0") else "info"
