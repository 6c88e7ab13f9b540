"""AN016."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.media_type import essence, is_json
from antiphon.http.parsing.pieces import shown
from antiphon.http.status import may_carry_content
from antiphon.rules.content import CONTENT_FIELDS
from antiphon.rules.examples import HeaderSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: The steps for content of one media type.
_STEPS = {
    "application/json": ".json(User)",
    "application/jsonl": ".json_lines(User)",
    "application/json-seq": '.json_lines(User, framing="json-seq")',
    "application/problem+json": ".json(Problem)",
    "application/x-ndjson": '.json_lines(User, framing="ndjson")',
    "text/event-stream": ".events(Tick)",
    "text/html": ".html()",
}


@rule(
    code="AN016",
    level="error",
    applies_to_captures=False,  # an empty response may be the answer to HEAD, or content that happens to be empty
    citation="RFC 9110 sections 8.3 and 14.4; RFC 6266 section 4",
    help='declare the content, such as `.json(User)` or `.bytes(media_type)`; `.text("")` says that it is empty',
    bad=ResponseSpec(status=200, headers=(HeaderSpec(name="Content-Type", value="text/event-stream"),)),
    good=ResponseSpec(status=200, body=TextBody(media_type="text/event-stream")),
)
def content_field_without_content(response: ResponseParts) -> Iterator[Finding]:
    """A response with a field about its content has content.

    The field alone gives no content to the calls: an empty body is sent, which a browser shows as an empty page or
    saves as an empty file, and an EventSource connects anew for ever. A body step sets Content-Type itself. Where only
    HEAD is answered, whose fields are those of the GET, accept this finding and say so; 204, 304 and redirects may
    describe what they do not send. A 416 has a Content-Range without content.
    """
    if response.body.kind != "empty" or not may_carry_content(response.status) or response.method == "HEAD":
        return
    for path, header in response.headers(*CONTENT_FIELDS):
        name = header.name.lower()
        if name == "content-range" and response.status == 416:
            continue
        said = f"{header.name} is {shown(header.value)}" if header.value is not None else f"a param gives {header.name}"
        step = _step(header.value) if name == "content-type" and header.value else ""
        yield Finding(path, f"{said}, and no content is declared", help=step)


def _step(media_type: str) -> str:
    """The body step for content of that type, which the field is then left out for."""
    type_ = essence(media_type)
    if type_ in _STEPS:
        step = _STEPS[type_]
    elif is_json(type_):
        step = f'.json(User, media_type="{type_}")'
    elif type_.startswith("text/"):
        step = f'.text(media_type="{type_}")'
    else:
        step = f'.bytes("{type_}")'
    return f"declare the content in place of the field: `{step}`"
