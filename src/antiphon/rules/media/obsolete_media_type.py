"""CT015."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.charsets import encoding_of
from antiphon.http.parsing.media_type import essence, parameter_of
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import BytesBody, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: RFC 9239 section 6 and RFC 8259 section 11: what to write instead.
_INSTEAD = {
    "application/ecmascript": "text/javascript",
    "application/javascript": "text/javascript",
    "application/x-ecmascript": "text/javascript",
    "application/x-javascript": "text/javascript",
    "text/ecmascript": "text/javascript",
    "text/json": "application/json",
    "text/x-javascript": "text/javascript",
    "text/x-json": "application/json",
}


@rule(
    code="CT015",
    level="info",
    citation="RFC 9239 section 6; RFC 8259 section 11; Encoding Standard section 4.2",
    help="write text/javascript, application/json and charset=utf-8",
    bad=ResponseSpec(status=200, body=BytesBody(media_type="application/javascript")),
    good=ResponseSpec(status=200, body=BytesBody(media_type="text/javascript")),
)
def obsolete_media_type(response: ResponseParts) -> Iterator[Finding]:
    """A media type goes by its registered name, and a charset says what browsers make of it.

    The old names still work in browsers; filters and tools know the registered ones. Browsers read latin1 and ascii
    as windows-1252, so that some characters are others than was meant.
    """
    for path, value in response.media_types():
        type_ = essence(value)
        if type_ in _INSTEAD:
            yield Finding(path, f"{type_} is an old name of {_INSTEAD[type_]}")
        label = parameter_of(value, "charset") if type_.startswith("text/") else None
        if label and encoding_of(label) == "windows-1252" and "1252" not in label:
            yield Finding(path, f"browsers read the charset {shown(label)} as windows-1252")
