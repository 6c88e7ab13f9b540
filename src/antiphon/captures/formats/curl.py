"""Read the output of `curl -i`: one or more responses, interim ones and redirects among them."""

from __future__ import annotations

from antiphon.captures.exchange import Transcript
from antiphon.captures.message import STATUS_LINE, Stream, responses


def looks_like(octets: bytes) -> bool:
    """Whether the input begins with a status line."""
    return octets.lstrip(b"\r\n").startswith(b"HTTP/") and STATUS_LINE.match(octets.lstrip(b"\r\n")) is not None


def read(octets: bytes, *, file: str) -> Transcript:
    """Every response of the stream."""
    stream = Stream(octets, file, len(octets))
    return stream.transcript(list(responses(stream)))
