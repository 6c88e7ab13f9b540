"""CT001."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.media_type import media_type_fault
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import BytesBody, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CT001",
    level="error",
    citation="RFC 9110 sections 8.3.1 and 5.6.6; RFC 6838 section 4.2",
    help="write `type/subtype`, each parameter as `; name=value`, and quote a value that is not a token",
    bad=ResponseSpec(status=200, body=BytesBody(media_type="json")),
    good=ResponseSpec(status=200, body=BytesBody(media_type='application/vnd.shop+json; profile="a b"')),
)
def malformed_media_type(response: ResponseParts) -> Iterator[Finding]:
    """A Content-Type is one `type/subtype` of tokens without a wildcard, and no parameter twice.

    Chromium 156 takes `html`, `text` and `*/*` for no type at all and guesses from the content, so that text which a
    user sent may run as HTML. Of two charset parameters it takes the first.
    """
    for path, value in response.media_types():
        if message := media_type_fault(value.strip(" \t")):  # whitespace around the value is HD004's
            yield Finding(path, f"the media type {shown(value)} {message}")
