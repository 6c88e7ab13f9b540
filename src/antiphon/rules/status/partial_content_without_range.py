"""ST008."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.grammar import TCHAR
from antiphon.http.parsing.pieces import shown, whole_number
from antiphon.rules.content import MOST_OCTETS, essences
from antiphon.rules.examples import BytesBody, HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: RFC 9110 section 14.4: Content-Range = range-unit SP ( range-resp / unsatisfied-range ), here for the unit bytes.
_BYTES = expression(r"bytes (?:(?P<first>[0-9]+)-(?P<last>[0-9]+)|\*)/(?P<length>[0-9]+|\*)", re.IGNORECASE)
_OTHER_UNIT = expression(rf"(?!bytes ){TCHAR}+ (?:[0-9]+-[0-9]+/(?:[0-9]+|\*)|\*/[0-9]+)", re.IGNORECASE)


@rule(
    code="ST008",
    level="error",
    citation="RFC 9110 sections 14.4, 15.3.7.1, 15.3.7.2 and 15.5.17",
    help="write `Content-Range: bytes 0-499/1234`; answer 200 to send everything",
    bad=ResponseSpec(status=206, body=BytesBody()),
    good=ResponseSpec(
        status=206, headers=(HeaderSpec(name="Content-Range", value="bytes 0-499/1234"),), body=BytesBody()
    ),
)
def partial_content_without_range(response: ResponseParts) -> Iterator[Finding]:
    """A 206 says in Content-Range which octets it sends, or is multipart/byteranges and says so in each part.

    A client that asked for a part cannot place it otherwise: downloads resume at the wrong octet, or start over.
    A 416 says in `Content-Range: bytes */1234` how long the representation is.
    """
    if response.status not in (206, 416):
        for path, value in response.values("Content-Range"):
            if not _BYTES.fullmatch(value) and not _OTHER_UNIT.fullmatch(value):
                yield Finding(
                    path,
                    f"Content-Range is {shown(value)}, which is not of the form `bytes 0-499/1234`",
                    in_captures="info",
                )
        return
    lines = response.headers("Content-Range")
    multipart = any(type_ == "multipart/byteranges" for _, type_ in essences(response))
    if response.status == 206 and not lines and not multipart:
        yield Finding("headers", "a 206 does not say in Content-Range which part it is")
    if response.status == 416 and not lines:
        yield Finding(
            "headers", "a 416 does not say in Content-Range how long the representation is", "warning", "info"
        )
    for path, header in lines:
        if response.status == 206 and multipart:
            yield Finding(path, "a multipart/byteranges response has Content-Range in its parts alone")
        elif header.value is not None and (message := _fault(response.status, header.value.strip(" \t"))):
            yield Finding(path, f"Content-Range is {shown(header.value)}, {message}")


def _fault(status: int, value: str) -> str:
    if _OTHER_UNIT.fullmatch(value):
        return ""
    match = _BYTES.fullmatch(value)
    if match is None:
        return "which is not of the form `bytes 0-499/1234`"
    first, last, length = (whole_number(text or "") for text in match.group("first", "last", "length"))
    if max(first or 0, last or 0, length or 0) > MOST_OCTETS:
        return "more octets than any representation has"
    if first is None or last is None:
        # RFC 9110 section 14.4: unsatisfied-range = "*/" complete-length
        if length is None:
            return "which says nothing"
        return "" if status == 416 else "which is for a 416 to say"
    if status == 416:
        return "and a 416 sends no part: `bytes */1234`"
    if last < first or (length is not None and last >= length):
        return "a part that does not exist"
    return ""
