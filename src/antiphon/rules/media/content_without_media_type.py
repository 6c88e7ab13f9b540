"""CT009."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.content import has_content
from antiphon.rules.examples import BytesBody, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CT009",
    level="warning",
    citation="RFC 9110 section 8.3",
    help="name the media type; `application/octet-stream` says that it is not known",
    bad=ResponseSpec(status=200, body=BytesBody(media_type="", content=b"<b>hello</b>")),
    good=ResponseSpec(status=200, body=BytesBody(media_type="application/octet-stream", content=b"<b>hello</b>")),
)
def content_without_media_type(response: ResponseParts) -> Iterator[Finding]:
    """A response with content has a Content-Type.

    Without one Chromium 156 guesses from the content, and what looks like HTML runs as HTML, scripts of a user's
    making included. Beside `X-Content-Type-Options: nosniff` everything is shown as plain text.
    """
    body = response.body
    if body.kind == "file" and body.media_type is None:  # the name of the file says it
        return
    if has_content(response) and not any(response.media_types()) and not response.has("Content-Type"):
        yield Finding("body", "the response has content and no media type")
