"""CT004."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.charsets import REPLACEMENT, encoding_of
from antiphon.http.parsing.media_type import essence, parameter_of
from antiphon.http.parsing.pieces import shown
from antiphon.rules.content import is_decoded
from antiphon.rules.examples import BytesBody, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CT004",
    level="error",
    citation="RFC 9110 section 8.3.2; Encoding Standard section 4.2",
    help="write `charset=utf-8`",
    bad=ResponseSpec(status=200, body=BytesBody(media_type="text/csv; charset='utf-8'")),
    good=ResponseSpec(status=200, body=BytesBody(media_type="text/csv; charset=utf-8")),
)
def unknown_charset(response: ResponseParts) -> Iterator[Finding]:
    """A charset is a label that browsers know.

    For any other, such as utf-32, utf-7 or `'utf-8'` in single quotes, Chromium 156 decodes as windows-1252, and
    every letter beyond ASCII turns into two wrong ones. For hz-gb-2312 and its kin it shows U+FFFD and nothing else.
    """
    for path, value in response.media_types():
        label = parameter_of(value, "charset") if _is_judged(essence(value)) else None
        if label is None or (not label and '"' not in value):  # a charset without a value is CT001's
            continue
        encoding = encoding_of(label)
        if encoding is None:
            yield Finding(path, f"browsers do not know the charset {shown(label)}")
        elif encoding == REPLACEMENT:
            yield Finding(path, f"the charset {shown(label)} is one that browsers refuse to decode")


def _is_judged(type_: str) -> bool:
    """Whether the charset of this media type matters. For text/event-stream it is CT011's."""
    return is_decoded(type_) and type_ != "text/event-stream"
