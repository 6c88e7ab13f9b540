"""CT019."""

from __future__ import annotations

import json
from collections.abc import Iterator

from antiphon.http.parsing.media_type import essence, is_json, media_type_fault
from antiphon.http.parsing.pieces import shown
from antiphon.rules.content import essences, uncoded
from antiphon.rules.examples import JSONBody, ResponseSpec, TextBody, TypeName
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: Types in which a text that begins and ends with a quote means nothing. In plain text or a script it may be meant.
_NEVER_A_STRING = frozenset(
    {"application/pdf", "application/xml", "application/zip", "text/css", "text/html", "text/xml"}
)
_NEVER_A_STRING_AT_ALL = ("audio/", "font/", "image/", "video/")


@rule(
    code="CT019",
    level="error",
    citation="RFC 9110 section 8.3; RFC 8259 section 11; RFC 6839 section 3.1",
    help="send text with `.text(media_type=...)` or `.html()` and octets with `.bytes(media_type)`; JSON is "
    "application/json, or a type that ends in +json",
    bad=ResponseSpec(status=200, body=JSONBody(model=TypeName("str"), media_type="text/html; charset=utf-8")),
    good=ResponseSpec(status=200, body=TextBody(media_type="text/csv; charset=utf-8")),
)
def json_under_another_media_type(response: ResponseParts) -> Iterator[Finding]:
    """Content that is encoded as JSON has a JSON media type: application/json, text/json, or one that ends in +json.

    Text arrives in double quotes with escapes in it, octets as base64 in quotes, and a list as one array where
    a reader of lines or events waits for many. A browser shows all of that as it is.
    """
    if response.body.kind == "json":
        for path, value in response.media_types():
            if not is_json(essence(value)) and not media_type_fault(value.strip(" \t")):  # no media type is CT001's
                yield Finding(path, f"the content is encoded as JSON, and {shown(essence(value))} is not JSON")
    elif response.body.kind == "bytes":
        yield from _quoted(response)


def _quoted(response: ResponseParts) -> Iterator[Finding]:
    """Octets that somebody's framework has encoded as a JSON string."""
    for path, type_ in essences(response):
        if (type_ in _NEVER_A_STRING or type_.startswith(_NEVER_A_STRING_AT_ALL)) and _is_json_string(
            uncoded(response)
        ):
            yield Finding(path, f"the content is a JSON string in double quotes, and {shown(type_)} is not JSON")


def _is_json_string(sent: bytes | None) -> bool:
    if not sent or sent[:1] != b'"' or sent.rstrip()[-1:] != b'"':
        return False
    try:
        return isinstance(json.loads(sent), str)
    except (ValueError, RecursionError):
        return False
