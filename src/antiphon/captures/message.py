"""Responses as HTTP/1.1 text (RFC 9112 section 2.1), which is also how tools print HTTP/2 and HTTP/3."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from antiphon.captures.error import WireError
from antiphon.captures.exchange import Exchange
from antiphon.captures.place import Place
from antiphon.captures.transcript import Note, Transcript
from antiphon.diagnostics.call_site import Position
from antiphon.http.secrets import holds_cookies

#: RFC 9112 section 4, with any version and any number of digits, so that a wrong status can be judged.
STATUS_LINE = re.compile(rb"HTTP/[0-9](?:\.[0-9])? +([0-9]{1,9})(?:[ \t][^\r\n]*)?\r?(?:\n|\Z)")
#: A status line within a stream, with a field line or the end of the head behind it. Content can end without a newline,
#: so that a line may be tried at many places: the reason is as long as reasons are.
_NEXT = re.compile(
    rb"HTTP/[0-9](?:\.[0-9])? [0-9]{3}(?:[ \t][^\r\n]{0,200})?\r?\n"
    rb"(?=[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,200}:|\r?\n|\Z)"
)
_FOLD = "a folded line is read as the end of the one before, as RFC 9112 section 5.2 says; no server may fold"
#: The end of the blank lines after a response: any other octet.
_TEXT = re.compile(rb"[^\r\n]")


class _Line(NamedTuple):
    """One line of the input: its number, where it begins and where the next one does, and its octets."""

    number: int
    start: int
    following: int
    octets: bytes


@dataclasses.dataclass
class Stream:
    """An input of which one line after the other is read, up to `end`.

    `folds` are lines that go on with the value of the one before, `shown` the others of a head as they may be shown.
    """

    octets: bytes
    file: str
    end: int
    at: int = 0
    number: int = 1
    folds: list[int] = dataclasses.field(default_factory=list)
    shown: dict[int, str] = dataclasses.field(default_factory=dict)

    def transcript(self, exchanges: Sequence[Exchange], *, skipped: int = 0) -> Transcript:
        """The octets to read, and the lines met so far in the form that may be shown."""
        notes = (Note(_FOLD, self.folds[0], len(self.folds)),) if self.folds else ()
        return Transcript(exchanges=tuple(exchanges), shown=self.shown, skipped=skipped, notes=notes)

    def line(self) -> _Line | None:
        """The next line without its end, which is not taken yet; None at the end."""
        if self.at >= self.end:
            return None
        stop = self.octets.find(b"\n", self.at, self.end)
        following = self.end if stop < 0 else stop + 1
        stop = self.end if stop < 0 else stop
        octets = self.octets[self.at : stop]
        return _Line(self.number, self.at, following, octets.removesuffix(b"\r"))

    def take(self, line: _Line) -> None:
        """Go on behind a line."""
        self.at, self.number = line.following, line.number + 1

    def skip(self, at: int) -> None:
        """Go on at an offset."""
        self.number += self.octets.count(b"\n", self.at, at)
        self.at = at


def decoded(octets: bytes) -> str:
    """A line as an editor shows it."""
    try:
        return octets.decode()
    except UnicodeDecodeError:
        return octets.decode("latin-1")


def responses(stream: Stream, *, method: str | None = None, url: str | None = None) -> Iterator[Exchange]:
    """Each response of the stream up to its end. Raises WireError for a line that no response has.

    Content ends where Content-Length says, if a response or nothing follows there, and else before the next status
    line that has a field line behind it.
    """
    found = list(iter(lambda: next_response(stream, method=method, url=url), None))
    for number, exchange in enumerate(found, 1):
        interim = 100 <= exchange.status < 200 and number < len(found)
        yield exchange._replace(interim=interim) if interim else exchange


def next_response(stream: Stream, *, method: str | None = None, url: str | None = None) -> Exchange | None:
    """The next response of the stream, which is taken; None where nothing but blank lines is left."""
    while (line := stream.line()) is not None:
        if line.octets.strip():
            return _response(stream, line, method, url)
        stream.take(line)
    return None


def _response(stream: Stream, line: _Line, method: str | None, url: str | None) -> Exchange:
    match = STATUS_LINE.match(stream.octets, line.start, line.following)
    if match is None:
        raise WireError(
            "a status line is expected here",
            help="a response begins with a line such as `HTTP/1.1 200 OK`; `--as` names another format",
            line=line.number,
        )
    shown = stream.shown[line.number] = decoded(line.octets)
    at = Position(stream.file, line.number, 1, line.number, len(shown) + 1)
    stream.take(line)
    lines, places = _head(stream)
    body = _content(stream, int(match[1]), lines)
    return Exchange(
        status=int(match[1]),
        lines=tuple(lines),
        body=body,
        method=method,
        url=url,
        places=tuple(places),
        at=at,
    )


def _head(stream: Stream) -> tuple[list[tuple[str, str]], list[Place]]:
    """The field lines up to the empty line, which is taken. An obsolete fold is a space (RFC 9112 section 5.2)."""
    lines: list[tuple[str, str]] = []
    places: list[Place] = []
    folded: dict[int, list[str]] = {}
    while (line := stream.line()) is not None:
        stream.take(line)
        if not line.octets:
            break
        if line.octets[:1] in b" \t" and lines:
            stream.folds.append(line.number)
            folded.setdefault(len(lines) - 1, [lines[-1][1]]).append(line.octets.decode("latin-1").strip(" \t"))
            continue
        name, colon, value = line.octets.partition(b":")
        if not colon:
            raise WireError(
                "this line of the head has no colon",
                help="a field line is `Name: value`; an empty line ends the head",
                line=line.number,
            )
        lines.append((name.decode("latin-1"), value.strip(b" \t").decode("latin-1")))
        text = decoded(line.octets)
        start = text.index(":") + 1
        start += len(text[start:]) - len(text[start:].lstrip(" \t"))
        place = Place(stream.file, line.number, 0, text[: max(len(text.rstrip(" \t")), start)], start)
        stream.shown[line.number] = place.hidden() if holds_cookies(lines[-1][0]) else place.text
        places.append(place)
    for number, pieces in folded.items():
        lines[number] = lines[number][0], " ".join(pieces)
    return lines, places


def _content(stream: Stream, status: int, lines: list[tuple[str, str]]) -> bytes | None:
    """The content as it was sent, which is consumed; None if the text there is something else."""
    fields = {name.lower(): value for name, value in lines}
    declared = fields.get("content-length", "")
    length = int(declared) if re.fullmatch("[0-9]{1,18}", declared) else None
    start, end = stream.at, stream.end
    if length is not None and "transfer-encoding" not in fields and _ends_at(stream, start + length):
        stop = start + length
    else:
        following = _NEXT.search(stream.octets, start, end)
        stop = following.start() if following else end
    body = stream.octets[start:stop]
    stream.skip(stop)
    if status < 200 or status in (204, 304):
        return body.strip(b"\r\n")
    if not body:
        # `curl -I` prints no content, and `curl -L` none of a redirect.
        return None if length or "transfer-encoding" in fields else b""
    body = next((form for form in _forms(body) if len(form) == length), body)
    # A client that decodes leaves the fields as they were.
    return None if "content-encoding" in fields and len(body) != length else body


def _ends_at(stream: Stream, stop: int) -> bool:
    """Whether content can end at an offset: nothing, blank lines or a response follows."""
    if stop > stream.end:
        return False
    blank = len(stream.octets[stop : stop + 4]) - len(stream.octets[stop : stop + 4].lstrip(b"\r\n"))
    nothing_follows = _TEXT.search(stream.octets, stop, stream.end) is None
    return nothing_follows or _NEXT.match(stream.octets, stop + blank, stream.end) is not None


def _forms(body: bytes) -> Iterator[bytes]:
    """Content as it is in the file, and as it was before an editor ended its last line or changed line ends."""
    for form in (body, body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")):
        yield form
        yield form.removesuffix(b"\n").removesuffix(b"\r")
