"""ST023."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.content import has_content
from antiphon.rules.examples import HeaderSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="ST023",
    level="error",
    citation="RFC 9110 section 9.3.2",
    help="leave the content out, or let the server answer HEAD from what GET declares",
    bad=ResponseSpec(status=200, method="HEAD", body=TextBody(content="hello")),
    good=ResponseSpec(status=200, method="HEAD", headers=(HeaderSpec(name="Content-Length", value="5"),)),
)
def content_in_answer_to_head(response: ResponseParts) -> Iterator[Finding]:
    """An answer to HEAD has the fields of the answer to GET, and no content.

    A client stops reading behind the fields, so that the content is read as the start of the next response on the
    connection. It is judged where the spec says that it answers HEAD.
    """
    if response.method == "HEAD" and has_content(response):
        yield Finding("body", f"an answer to HEAD has no content, and this one has a {response.body.kind} body")
