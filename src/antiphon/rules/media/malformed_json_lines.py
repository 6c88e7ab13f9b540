"""CT014."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.json_text import json_fault
from antiphon.rules.content import essences, uncoded
from antiphon.rules.examples import BytesBody, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_LINES = frozenset({"application/jsonl", "application/ndjson", "application/x-jsonlines", "application/x-ndjson"})
_RECORD_SEPARATOR = "\x1e"
#: RFC 8259 section 2: ws, without the line feed that ends a line.
_BLANKS = " \t\r"


@rule(
    code="CT014",
    level="error",
    citation="ndjson-spec section 3; jsonlines.org; RFC 7464 section 2; RFC 8091",
    help="write each JSON text without line breaks, and a line feed behind it",
    bad=ResponseSpec(status=200, body=BytesBody(media_type="application/x-ndjson", content=b'{\n  "a": 1\n}\n')),
    good=ResponseSpec(status=200, body=BytesBody(media_type="application/x-ndjson", content=b'{"a": 1}\n{"a": 2}\n')),
)
def malformed_json_lines(response: ResponseParts) -> Iterator[Finding]:
    """NDJSON and JSON Lines hold one JSON text in UTF-8 a line; a JSON text sequence has RS (0x1E) before each text.

    A reader takes each line for a text of its own, so JSON that is written over several lines is an error in every
    one of them.
    """
    types = {type_ for _, type_ in essences(response)}
    in_sequence = any(map(_is_sequence, types))
    sent = uncoded(response) if in_sequence or types & _LINES else None
    if not sent:
        return
    try:
        text = sent.decode()
    except UnicodeDecodeError:
        yield Finding("body.content", "the content is not UTF-8")
        return
    yield from _sequence_faults(text) if in_sequence else _line_faults(text)


def _is_sequence(type_: str) -> bool:
    """RFC 7464, and RFC 8091 for types that end in +json-seq."""
    return type_ == "application/json-seq" or type_.endswith("+json-seq")


def _line_faults(text: str) -> Iterator[Finding]:
    for index, line in enumerate(text.split("\n")):
        if line.strip(_BLANKS) and (message := json_fault(line)):
            yield Finding("body.content", f"line {index + 1} is not JSON: {message}")


def _sequence_faults(text: str) -> Iterator[Finding]:
    before, *texts = text.split(_RECORD_SEPARATOR)
    if before or not texts:
        yield Finding("body.content", "the content does not begin with RS (0x1E)")
    for index, one in enumerate(texts):
        if one and not one.endswith("\n"):
            yield Finding("body.content", f"text {index + 1} does not end with a line feed")
        elif one and (message := json_fault(one)):
            yield Finding("body.content", f"text {index + 1} is not JSON: {message}")
