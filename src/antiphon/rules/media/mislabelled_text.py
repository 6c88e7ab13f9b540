"""CT006."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.charsets import encoding_of
from antiphon.http.parsing.json_text import json_fault
from antiphon.http.parsing.media_type import essence, is_json, parameter_of
from antiphon.http.parsing.pieces import shown
from antiphon.rules.content import has_content, is_decoded, is_utf_8, uncoded
from antiphon.rules.examples import JSONBody, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_BOM = b"\xef\xbb\xbf"
#: Encodings that Python decodes as browsers do, strictly.
_STRICT = frozenset({"utf-8", "utf-16be", "utf-16le"})


@rule(
    code="CT006",
    level="error",
    citation="RFC 8259 sections 6, 8.1 and 11; RFC 9110 section 8.3.2",
    help="send UTF-8 and call it that; JSON is always UTF-8, and its media type has no charset",
    bad=ResponseSpec(status=200, body=JSONBody(media_type="application/json; charset=iso-8859-1")),
    good=ResponseSpec(status=200, body=JSONBody(media_type="application/json")),
)
def mislabelled_text(response: ResponseParts) -> Iterator[Finding]:
    """JSON is one JSON text in UTF-8 without a byte order mark or charset; any text is in the charset that it names.

    `fetch().json()` decodes as UTF-8 whatever the charset says, while a navigation obeys it, so one of them shows wrong
    letters. Chromium 156 fails on JSON in UTF-16. NaN and Infinity are not JSON, and most parsers refuse them.
    """
    for path, value in response.media_types():
        label = parameter_of(value, "charset")
        encoding = encoding_of(label) if label else None  # a label that nobody knows is CT004's
        if is_json(essence(value)):
            if encoding == "utf-8":
                yield Finding(
                    path, f"the media type {shown(value)} has a charset, and JSON has none", "warning", "silent"
                )
            elif encoding:
                message = f"the charset is {shown(label or '')}, and JSON is always in UTF-8"
                yield Finding(path, message, in_captures="warning")
            yield from _json_faults(response)
        elif encoding:
            yield from _charset_faults(response, path, essence(value), encoding)


def _json_faults(response: ResponseParts) -> Iterator[Finding]:
    sent = uncoded(response)
    if not sent:
        return
    if sent.startswith(_BOM):
        yield Finding("body", "the content begins with a byte order mark, which JSON has not", in_captures="warning")
        return
    try:
        text = sent.decode()
    except UnicodeDecodeError:
        yield Finding("body", "the content is not UTF-8, and JSON always is")
        return
    if message := json_fault(text):
        yield Finding("body", f"the content is not JSON: {message}")


def _charset_faults(response: ResponseParts, path: str, type_: str, encoding: str) -> Iterator[Finding]:
    """Text that antiphon writes is in UTF-8; fixed octets are what they are."""
    sent = uncoded(response)
    if is_utf_8(response) and encoding != "utf-8":
        if sent is None or not sent.isascii() or encoding in _STRICT:
            yield Finding(path, f"the charset is {encoding}, and a {response.body.kind} body is sent in UTF-8")
    elif sent and has_content(response) and encoding in _STRICT and is_decoded(type_):
        try:
            sent.decode(encoding)
        except UnicodeDecodeError:
            yield Finding("body", f"the content is not in {encoding}, as its media type says")
