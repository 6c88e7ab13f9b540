"""ST007."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.content import has_content
from antiphon.rules.examples import HeaderSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="ST007",
    level="error",
    citation="RFC 9110 sections 15.2 and 15.2.2",
    help="answer with a final status, from 200 to 599; a server sends interim responses in front of it by other means",
    bad=ResponseSpec(status=103, body=TextBody(content="wait")),
    good=ResponseSpec(status=101, headers=(HeaderSpec(name="Upgrade", value="websocket"),)),
)
def interim_status_as_final(response: ResponseParts) -> Iterator[Finding]:
    """A 1xx has no content and is followed by a final response; a 101 names in Upgrade what it switches to.

    A client that gets a 1xx goes on waiting. Chromium 156 ends with ERR_RESPONSE_HEADERS_TRUNCATED, or with
    ERR_EMPTY_RESPONSE, when nothing follows.
    """
    if not 100 <= response.status <= 199:
        return
    if has_content(response):
        yield Finding("body", f"a {response.status} has no content, and this one has a {response.body.kind} body")
    for path, _ in response.headers("Content-Length"):
        yield Finding(path, f"a {response.status} has no Content-Length")
    if response.status != 101:
        # It may describe an interim response; what follows it is not for a spec to say.
        yield Finding("status", f"a {response.status} is not a final response: the client waits for one", "warning")
    elif not response.has("Upgrade"):
        yield Finding("headers", "a 101 does not say in Upgrade what it switches to")
