"""Read the output of `curl -i`: one or more responses, interim ones and redirects among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from antiphon.captures.exchange import Exchange
from antiphon.captures.message import STATUS_LINE, Stream, next_response, responses
from antiphon.captures.transcript import Transcript
from antiphon.http.parsing.pieces import whole_number

#: So many octets are read at once.
_CHUNK: Final = 1 << 20
#: A length that is announced is waited for up to so many octets; `curl -I` prints lengths without their content.
LONGEST_CONTENT: Final = 1 << 28


def looks_like(octets: bytes) -> bool:
    """Whether the input begins with a status line."""
    return octets.lstrip(b"\r\n").startswith(b"HTTP/") and STATUS_LINE.match(octets.lstrip(b"\r\n")) is not None


#: Whether an input that begins so can be read piece by piece.
can_be_read_on: Callable[[bytes], bool] = looks_like


def read(octets: bytes, *, file: str) -> Transcript:
    """Every response of the stream."""
    stream = Stream(octets, file, len(octets))
    return stream.transcript(list(responses(stream)))


def read_on(read: Callable[[int], bytes], *, file: str) -> Iterator[Transcript]:
    """The same of an input that is read piece by piece: a Transcript for each response.

    A response is taken when so much follows it in memory that the next one can be seen; a longer one is whole.
    """
    octets, number, over = b"", 1, False
    while not over:
        more = read(max(_CHUNK, len(octets)))
        over, octets = len(more) == 0, octets + more
        stream = Stream(octets, file, len(octets), number=number)
        at = 0
        while (found := next_response(stream)) is not None:
            if not over and max(stream.at, at + _announced(found)) + _CHUNK // 2 > len(octets):
                break
            at, number = stream.at, stream.number
            interim = 100 <= found.status < 200 and at < len(octets)
            found = found._replace(interim=interim) if interim else found
            yield stream.transcript([found])
            stream.shown, stream.folds = {}, []
        octets = octets[at:]


def _announced(exchange: Exchange) -> int:
    """The octets of content that a response announces, as far as they are waited for."""
    lengths = [whole_number(value) or 0 for name, value in exchange.lines if name.lower() == "content-length"]
    return min(max(lengths, default=0), LONGEST_CONTENT)
