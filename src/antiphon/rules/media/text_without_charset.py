"""CT005."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.parsing.media_type import essence, parameter_of
from antiphon.http.parsing.pieces import shown
from antiphon.rules.content import uncoded
from antiphon.rules.examples import ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: Text whose own specification says how it is decoded, so that a charset adds nothing.
_SELF_EVIDENT = frozenset({
    "text/cache-manifest",  # HTML: UTF-8
    "text/calendar",  # RFC 5545 section 3.1.4: UTF-8
    "text/css",  # CSS Syntax section 3.2: @charset, or the encoding of the page
    "text/csv",  # RFC 7111 section 5.1: UTF-8; browsers save it and decode nothing
    "text/event-stream",  # HTML section 9.2.5: UTF-8
    "text/json",  # see CT015
    "text/turtle",  # its registration: UTF-8
    "text/vcard",  # RFC 6350 section 3.1: UTF-8
    "text/vtt",  # WebVTT section 4.1: UTF-8
    "text/xml",  # RFC 7303 section 3.2: the XML declaration
    *("text/ecmascript", "text/javascript"),  # RFC 9239 section 4.2: the encoding of the page, else UTF-8
})  # fmt: skip
_META = expression(rb"<meta[^>]+charset", re.IGNORECASE)
#: HTML section 13.2.3.2: as far as a browser looks for a meta element.
_PRESCANNED = 1024
_BOMS = (b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")


@rule(
    code="CT005",
    level="warning",
    citation="HTML section 13.2.3.2; RFC 6657 section 3",
    help="add `; charset=utf-8`",
    bad=ResponseSpec(status=200, body=TextBody(media_type="text/plain")),
    good=ResponseSpec(status=200, body=TextBody(media_type="text/plain; charset=utf-8")),
)
def text_without_charset(response: ResponseParts) -> Iterator[Finding]:
    """A text/* response names its charset, unless its type or its content settles it.

    Browsers decode text without one as windows-1252: in Chromium 156 an `é` in UTF-8 is shown as `Ã©`.
    """
    for path, value in response.media_types():
        type_ = essence(value)
        if not type_.startswith("text/") or type_ in _SELF_EVIDENT or type_.endswith("+xml"):
            continue
        if parameter_of(value, "charset") is None and not _is_settled(response, type_):
            # A BOM, a meta element, or nothing but ASCII may settle it; content with a NUL is not text.
            unseen = not (sent := uncoded(response)) or b"\0" in sent
            message = f"the media type {shown(value)} names no charset"
            yield Finding(path, message, in_captures="silent" if unseen else None)


def _is_settled(response: ResponseParts, type_: str) -> bool:
    """Whether the content reads the same without a charset: ASCII, marked by a BOM, or HTML with a meta element."""
    sent = None if response.body.kind == "empty" else uncoded(response)
    if sent is None:
        return False
    return sent.isascii() or sent.startswith(_BOMS) or (type_ == "text/html" and bool(_META.search(sent[:_PRESCANNED])))
