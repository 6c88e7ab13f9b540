"""AN014."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.content import has_content, octets
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import HeaderSpec, ResponseSpec
from antiphon.spec.bodies import BytesBody, TextBody


@rule(
    code="AN014",
    level="error",
    applies_to_captures=False,  # a response that was sent has one content: ST021
    citation="RFC 9110 section 8.6; RFC 9112 section 6.3",
    help="leave Content-Length out: it is counted from the content of each call",
    bad=ResponseSpec(
        status=200,
        headers=(HeaderSpec(name="Content-Length", value="999"),),
        body=BytesBody(media_type="image/png"),
    ),
    good=ResponseSpec(
        status=200,
        headers=(HeaderSpec(name="Content-Length", value="5"),),
        body=TextBody(content="hello"),
    ),
)
def length_of_varying_content(response: ResponseParts) -> Iterator[Finding]:
    """Content that is given with each call has a length of its own each time, which antiphon counts and sends.

    A length that is declared as well stands beside it as a second one. Where the two differ, nobody knows where the
    content ends: servers refuse such a response, and proxies that let it pass let the next one be smuggled.
    """
    if has_content(response) and octets(response) is None and response.method != "HEAD":
        for path, _ in response.headers("Content-Length"):
            yield Finding(path, "Content-Length is declared, and the content varies with each call")
