"""HD018."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import HeaderSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="HD018",
    level="warning",
    applies_to_captures=False,  # a capture may have had them
    citation="RFC 9110 sections 6.6.2 and 6.5; RFC 9112 section 7.1.2",
    help="leave Trailer out, and send the field in front of the content, where it is known by then",
    bad=ResponseSpec(
        status=200, headers=(HeaderSpec(name="Trailer", value="Server-Timing"),), body=TextBody(content="hello")
    ),
    good=ResponseSpec(
        status=200, headers=(HeaderSpec(name="Server-Timing", value="db;dur=53"),), body=TextBody(content="hello")
    ),
)
def trailer_that_never_comes(response: ResponseParts) -> Iterator[Finding]:
    """Trailer announces fields that follow the content, and antiphon sends none.

    A declared response has a Content-Length, and over HTTP/1.1 only chunked content can have trailers. A client that
    waits for the announced field, such as a digest to check, waits in vain.
    """
    for path, header in response.headers("Trailer"):
        if response.status != 304:  # see ST004
            what = "a param names" if header.value is None else "Trailer announces"
            yield Finding(path, f"{what} fields behind the content, and none are sent")
