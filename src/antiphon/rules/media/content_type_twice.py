"""CT002."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import HeaderSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CT002",
    level="error",
    citation="RFC 9110 sections 8.3 and 5.3",
    help='give the media type once, with the body: `.text(media_type="text/csv; charset=utf-8")`',
    bad=ResponseSpec(
        status=200,
        headers=(HeaderSpec(name="Content-Type", value="text/csv; charset=utf-8"),),
        body=TextBody(content="a,b"),
    ),
    good=ResponseSpec(status=200, body=TextBody(content="a,b", media_type="text/csv; charset=utf-8")),
)
def content_type_twice(response: ResponseParts) -> Iterator[Finding]:
    """Content-Type is said once: by the body, or by a header field.

    Chromium 156 takes the last one, other clients the first, and some join both into a type that does not exist. What
    one of them filters as text, another one runs as HTML.
    """
    own = response.body.kind == "problem" or bool(response.own_media_type)
    lines = response.headers("Content-Type")
    for path, header in lines if own else lines[1:]:
        message = "Content-Type is given a second time" + (", beside the body's own" if own else "")
        same = header.value == lines[0][1].value  # whichever of them a client takes
        yield Finding(path, message, in_captures="info" if same else None)
