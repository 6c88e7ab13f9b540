"""CT011."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.media_type import essence, parameter_of
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import BytesBody, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CT011",
    level="error",
    citation="HTML section 9.2.2 and the registration of text/event-stream",
    help="answer 200 with `text/event-stream`; to stop a client that reconnects, answer 204",
    bad=ResponseSpec(status=200, body=BytesBody(media_type="text/event-stream; charset=iso-8859-1")),
    good=ResponseSpec(status=200, body=BytesBody(media_type="text/event-stream")),
)
def event_stream_not_readable(response: ResponseParts) -> Iterator[Finding]:
    """A text/event-stream response is a 200, with charset=utf-8 or no charset at all.

    EventSource fails for good on any other status (201, 202, 206, 4xx, 5xx were tried in Chromium 156) and on any
    other charset: no event is read, and it does not reconnect.
    """
    for path, value in response.media_types():
        if essence(value) != "text/event-stream":
            continue
        charset = parameter_of(value, "charset")
        if charset is not None and charset.lower() != "utf-8":
            yield Finding(path, f"an event stream has the charset {shown(charset)}, and it is always in UTF-8")
        # A redirect is followed, and a 204 ends the stream.
        if response.status not in (200, 204) and not 300 <= response.status <= 399:
            yield Finding("status", f"an event stream has status {response.status}, and EventSource reads a 200 alone")
