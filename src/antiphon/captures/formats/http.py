"""`.http` files: requests and responses as text, with `###` between them and comments that begin with `#` or `//`.

A response below a request answers it. A request without a response is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.captures.error import WireError
from antiphon.captures.exchange import Exchange
from antiphon.captures.message import STATUS_LINE, Stream, responses
from antiphon.captures.transcript import Transcript

_REQUEST = re.compile(r"(?:([A-Z]+)[ \t]+)?((?:https?://|/|\*)\S*)(?:[ \t]+HTTP/[0-9.]+)?[ \t]*")
_SEPARATOR = re.compile(rb"^###[^\n]*(?:\n|\Z)", re.MULTILINE)
_HOST = re.compile(rb"^host:[ \t]*([^\s]+)", re.MULTILINE | re.IGNORECASE)
_STATUS = re.compile(rb"^" + STATUS_LINE.pattern, re.MULTILINE)


def looks_like(octets: bytes) -> bool:
    """Whether the input has a request line or a separator."""
    return bool(_SEPARATOR.search(octets)) or bool(_REQUEST.match(octets.lstrip().decode("latin-1")))


def read(octets: bytes, *, file: str) -> Transcript:
    """Every response of the file, with the method and the URL of its request."""
    exchanges: list[Exchange] = []
    skipped = 0
    stream = Stream(octets, file, 0)
    for start, end in _sections(octets):
        stream.skip(start)
        stream.end = end
        request = _request(stream)
        found = list(responses(stream, method=request[0], url=request[1])) if request else list(responses(stream))
        exchanges += found
        skipped += request is not None and not found
    if not exchanges:
        what = f"there is no response beside the {skipped} requests" if skipped else "there is no response"
        raise WireError(what, help="a response begins with a line such as `HTTP/1.1 200 OK`")
    return stream.transcript(exchanges, skipped=skipped)


def _sections(octets: bytes) -> Iterator[tuple[int, int]]:
    """Where each section begins and ends."""
    start = 0
    for separator in _SEPARATOR.finditer(octets):
        yield start, separator.start()
        start = separator.end()
    yield start, len(octets)


def _request(stream: Stream) -> tuple[str, str | None] | None:
    """The method and the URL of the request that the section begins with; the stream goes on at the response."""
    while (line := stream.line()) is not None:
        text = line.octets.decode("latin-1")
        if text.strip() and not text.startswith(("#", "//")):
            break
        stream.take(line)
    if line is None or (match := _REQUEST.fullmatch(line.octets.decode("latin-1"))) is None:
        return None
    status = _STATUS.search(stream.octets, line.following, stream.end)
    stop = status.start() if status else stream.end
    host = _HOST.search(stream.octets, line.following, stop)
    stream.skip(stop)
    url: str | None = match[2]
    if not match[2].startswith("http"):
        url = f"//{host[1].decode('latin-1')}" if host else None
    return match[1] or "GET", url
