"""What `curl -i` prints: one or more responses, interim ones and redirects among them."""

from __future__ import annotations

from antiphon.captures.exchange import Transcript
from antiphon.captures.judged import without_values
from antiphon.captures.message import STATUS_LINE, Stream, decoded, responses


def looks_like(octets: bytes) -> bool:
    """Whether the input begins with a status line."""
    return octets.lstrip(b"\r\n").startswith(b"HTTP/") and STATUS_LINE.match(octets.lstrip(b"\r\n")) is not None


def read(octets: bytes, *, file: str) -> Transcript:
    """Every response of the stream."""
    exchanges = tuple(responses(Stream(octets, file, len(octets))))
    shown = [decoded(line.removesuffix(b"\r")) for line in octets.split(b"\n")]
    for exchange in exchanges:
        for number, text in without_values(exchange):
            shown[number - 1] = text
    return Transcript(exchanges=exchanges, shown=tuple(shown))
