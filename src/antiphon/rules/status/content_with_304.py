"""ST004."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.content import has_content
from antiphon.rules.examples import HeaderSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="ST004",
    level="error",
    in_captures="warning",
    citation="RFC 9110 sections 15.4.5 and 8.6",
    help="leave the content and the Trailer field out: the client has the content already",
    bad=ResponseSpec(
        status=304, headers=(HeaderSpec(name="ETag", value='"v2"'),), body=TextBody(content="not modified")
    ),
    good=ResponseSpec(
        status=304,
        headers=(HeaderSpec(name="ETag", value='"v2"'), HeaderSpec(name="Cache-Control", value="max-age=60")),
    ),
)
def content_with_304(response: ResponseParts) -> Iterator[Finding]:
    """A 304 has neither content nor trailers.

    It ends with its header section, so browsers drop what follows, or read it as the start of the next response. Its
    Content-Length, if it has one, is that of the 200 that it replaces.
    """
    if response.status != 304:
        return
    if has_content(response):
        yield Finding("body", f"a 304 has no content, and this one has a {response.body.kind} body")
    for path, _ in response.headers("Trailer"):
        yield Finding(path, "a 304 has no trailers")
