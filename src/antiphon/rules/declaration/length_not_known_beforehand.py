"""AN014."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.content import has_content, octets
from antiphon.rules.examples import BytesBody, HeaderSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="AN014",
    level="error",
    applies_to_captures=False,  # a response that was sent has one content: ST021
    citation="RFC 9110 section 8.6; RFC 9112 section 6.3",
    help="leave Content-Length out: it is counted from the content of each response",
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
def length_not_known_beforehand(response: ResponseParts) -> Iterator[Finding]:
    """Content-Length is not declared where nobody knows it yet: beside content that varies, or as a param.

    antiphon counts the content of each response and sends its length. A length from anywhere else is sent as a second
    one. Where the two differ, nobody knows where the content ends: servers refuse such a response, and proxies
    that let it pass let the next one be smuggled. In an answer to HEAD and in a 304 the length is that of content which
    is not sent, so a param may give it; and a stream, which nobody can count beforehand, is counted while it is sent.
    """
    if response.method == "HEAD" or (response.status == 304 and not has_content(response)):
        return
    if response.body.kind == "stream":  # which counts what it sends against the declared length
        return
    varies = has_content(response) and octets(response) is None
    for path, header in response.headers("Content-Length"):
        if varies:
            yield Finding(path, "Content-Length is declared, and the content varies with each call")
        elif header.value is None:
            yield Finding(path, "a param gives Content-Length, and the content is known")
