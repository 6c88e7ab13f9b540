"""ST021."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import members, shown, whole_number
from antiphon.http.status import UNCOUNTED
from antiphon.rules.content import MOST_OCTETS, has_content, octets
from antiphon.rules.examples import HeaderSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule


@rule(
    code="ST021",
    level="error",
    citation="RFC 9110 section 8.6; RFC 9112 sections 6.2 and 6.3",
    help="leave Content-Length out: it is counted from the content",
    bad=ResponseSpec(
        status=200,
        headers=(HeaderSpec(name="Content-Length", value="3"),),
        body=TextBody(content="hello"),
    ),
    good=ResponseSpec(
        status=200,
        headers=(HeaderSpec(name="Content-Length", value="5"),),
        body=TextBody(content="hello"),
    ),
)
def wrong_content_length(response: ResponseParts) -> Iterator[Finding]:
    """Content-Length is one whole number, the number of octets sent, and is never sent beside Transfer-Encoding.

    Too large, and Chromium 156 says ERR_CONTENT_LENGTH_MISMATCH; too small, and the content is cut and what is left
    may be read as the next response; two different ones are a network error. `+5` and `0x5` are ignored. Beside
    Transfer-Encoding, a proxy and a server that disagree on which one counts let requests be smuggled.
    """
    lines = response.headers("Content-Length")
    for path, header in lines[1:]:
        same = header.value is not None and header.value == lines[0][1].value
        yield Finding(path, "Content-Length is given a second time", in_captures="silent" if same else None)
    for path, header in lines:
        if response.status != 204 and response.has("Transfer-Encoding"):
            yield Finding(path, "Content-Length is sent beside Transfer-Encoding")
        if header.value is not None and (message := _wrong(response, header.value)):
            yield Finding(path, message, in_captures=_weight(header.value))


def _weight(value: str) -> CaptureLevel | None:
    """A recipient may take a list of one number for that number (RFC 9110 section 8.6), and ignores anything else."""
    lengths = {whole_number(member) for member in members(value)}
    if lengths == {None}:
        return "warning"
    return "silent" if "," in value and len(lengths) == 1 else None


def _wrong(response: ResponseParts, value: str) -> str:
    length = whole_number(value.strip(" \t"))  # whitespace around the value is HD004's
    if length is None:
        return f"Content-Length is {shown(value)}, which is not a number in digits alone"
    if length > MOST_OCTETS:
        return f"Content-Length is {shown(value)}, more than any content has"
    if _counts_another(response):
        return ""
    sent = octets(response)
    if sent is None or len(sent) == length:
        return ""
    return f"Content-Length is {length}, and {len(sent)} octets are sent"


def _counts_another(response: ResponseParts) -> bool:
    """Whether the length is that of content which is not sent here (RFC 9110 section 8.6). A 204 is ST002's."""
    return not has_content(response) and (response.status in UNCOUNTED or response.method == "HEAD")
