"""HD006."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import shown
from antiphon.rules.content import field_values
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="HD006",
    level="warning",
    citation="RFC 9110 section 5.5; RFC 9651 section 3.3.8; RFC 8187 section 3.2",
    help="encode the text: in percent-escapes, in base64url, or as a Display String; a file name goes in filename*",
    bad=HeaderSpec(name="X-Note", value="naïve"),
    good=HeaderSpec(name="X-Note", value="na%C3%AFve"),
)
def non_ascii_field_value(response: ResponseParts) -> Iterator[Finding]:
    """A field value is ASCII.

    Octets beyond it mean nothing that both sides agree on: Chromium 156 hands them to scripts as Latin-1, whatever
    was meant, and other clients take them for UTF-8 or refuse them. A character beyond U+00FF has no octet at all:
    ASGI and WSGI servers write Latin-1, and fail when the response is sent.
    """
    for path, value in field_values(response):
        if value.isascii():
            continue
        beyond = next((character for character in value if character > "\xff"), None)
        if beyond:
            yield Finding(path, f"the value {shown(value)} holds {beyond!r}, which no field can carry", "error")
        else:
            yield Finding(path, f"the value {shown(value)} is not ASCII")
