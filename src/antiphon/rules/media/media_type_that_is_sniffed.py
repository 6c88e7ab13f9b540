"""CT020."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.media_type import UNKNOWN_TYPES, essence
from antiphon.rules.content import is_guarded
from antiphon.rules.examples import BytesBody, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CT020",
    level="error",
    citation="MIME Sniffing section 7; RFC 9110 section 8.3",
    help="name the type, or application/octet-stream where it is not known",
    bad=ResponseSpec(status=200, body=BytesBody(media_type="application/unknown")),
    good=ResponseSpec(status=200, body=BytesBody(media_type="application/octet-stream")),
)
def media_type_that_is_sniffed(response: ResponseParts) -> Iterator[Finding]:
    """A media type is not unknown/unknown or application/unknown, which browsers take for none at all.

    They guess from the content then: in Chromium 150 and 156 what looks like HTML was shown as HTML and its scripts
    ran, whoever wrote them. Beside `X-Content-Type-Options: nosniff` the content is saved as a file.
    """
    guarded = is_guarded(response)
    for path, value in response.media_types():
        type_ = essence(value)
        if type_ in UNKNOWN_TYPES:
            message = f"browsers take {type_} for no type and guess from the content"
            yield Finding(path, message, "warning" if guarded else None)
