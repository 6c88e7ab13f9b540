"""ST026."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.grammar import TOKEN
from antiphon.http.parsing.pieces import members, shown
from antiphon.rules.content import has_content, is_utf_8, octets
from antiphon.rules.examples import HeaderSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: How content in a coding begins, where that is known (RFC 1952 section 2.3.1, RFC 8878 section 3.1.1,
#: RFC 9842 sections 4 and 5). None: nothing to go by.
_BEGINNINGS: dict[str, bytes | None] = {
    "aes128gcm": None,
    "br": None,
    "compress": b"\x1f\x9d",
    "dcb": b"\xff\x44\x43\x42",
    "dcz": b"\x5e\x2a\x4d\x18",
    "deflate": None,
    "exi": None,
    "gzip": b"\x1f\x8b",
    "pack200-gzip": b"\x1f\x8b",
    "x-compress": b"\x1f\x9d",
    "x-gzip": b"\x1f\x8b",
    "zstd": None,
}
_IDENTITY = "identity"


@rule(
    code="ST026",
    level="error",
    citation="RFC 9110 sections 8.4 and 8.4.1",
    help="leave Content-Encoding to what compresses: a middleware, a proxy, or content that is compressed already",
    bad=ResponseSpec(
        status=200, headers=(HeaderSpec(name="Content-Encoding", value="gzip"),), body=TextBody(content="hello")
    ),
    good=ResponseSpec(status=200, body=TextBody(content="hello")),
)
def content_encoding_not_applied(response: ResponseParts) -> Iterator[Finding]:
    """Content-Encoding names the codings that were applied to the content, in their order.

    Where gzip is named and the content is something else, Chromium 156 says ERR_CONTENT_DECODING_FAILED, and the page
    is lost. With a coding that it does not know, it hands the octets on as they are. antiphon compresses nothing: the
    text and JSON that it writes are in no coding, so neither a fixed value nor a param can be right beside them.
    """
    if is_utf_8(response) and has_content(response):
        for path, header in response.headers("Content-Encoding"):
            if header.value is None:
                yield Finding(path, f"a param names a coding, and the {response.body.kind} body is sent as plain text")
    for path, value in response.values("Content-Encoding"):
        codings = [coding.lower() for coding in members(value)]
        for coding in codings:
            if not TOKEN.fullmatch(coding):
                yield Finding(path, f"{shown(coding)} is not a content coding")
            elif coding == _IDENTITY:
                # "... and thus SHOULD NOT be included" (RFC 9110 section 8.4.1)
                yield Finding(path, "identity is a coding for Accept-Encoding alone", "warning")
            elif coding not in _BEGINNINGS and not is_utf_8(response):
                yield Finding(path, f"{shown(coding)} is not a coding that clients know", "warning")
        if codings and codings[-1] != _IDENTITY and (message := _plain(response, codings[-1])):
            yield Finding(path, message)


def _plain(response: ResponseParts, coding: str) -> str:
    """The evidence that the last coding was not applied, or "". It was applied last, so the content has its form."""
    if not has_content(response):
        return ""
    if is_utf_8(response):
        return f"{shown(coding)} is named, and the {response.body.kind} body is sent as plain text"
    beginning, sent = _BEGINNINGS.get(coding), octets(response)
    if beginning and sent and not sent.startswith(beginning):
        return f"{coding} is named, and the content does not begin as {coding} does"
    return ""
