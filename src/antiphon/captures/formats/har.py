"""HAR files (HTTP Archive 1.2), which browsers and proxies export.

Their content is decoded: where it can differ from what was sent, it counts as unknown.
"""

from __future__ import annotations

import base64
import binascii
import bisect
import json
import re
from collections.abc import Iterator
from typing import Any

from antiphon.captures.error import WireError
from antiphon.captures.exchange import Exchange, Transcript
from antiphon.captures.json_place import find, items
from antiphon.captures.place import Place
from antiphon.diagnostics.call_site import Position

_HELP = "export the HAR file again, with its content"
#: A line feed as JSON writes it, which no backslash stands before.
_BREAK = re.compile(r"(?<!\\)\\n")
#: A longer line, as in a file without line breaks, is not fit to be shown.
_LONGEST = 1000


def looks_like(octets: bytes) -> bool:
    """Whether the input begins as a JSON object does."""
    return octets.lstrip().startswith(b"{")


def read(octets: bytes, *, file: str) -> Transcript:
    """Every entry that has a response."""
    try:
        text = octets.decode()
        document = json.loads(text, strict=False)
    except UnicodeDecodeError as error:
        raise WireError(f"a HAR file is UTF-8: {error.reason}", help=_HELP) from None
    except json.JSONDecodeError as error:
        raise WireError(f"the JSON cannot be read: {error.msg}", help=_HELP, line=error.lineno) from None
    except (ValueError, RecursionError) as error:  # a number of 5000 digits; a thousand brackets
        raise WireError(f"the JSON cannot be read: {type(error).__name__}", help=_HELP) from None
    log = document.get("log") if isinstance(document, dict) else None
    entries = log.get("entries") if isinstance(log, dict) else None
    if not isinstance(entries, list):
        raise WireError("the JSON has no log.entries", help="a HAR file is an object with log.entries")
    where = find(text, 0, "log", "entries")
    starts = [start for _, start, _ in items(text, where[0])] if where else []
    lines = _Lines(text, file)
    exchanges = [_exchange(entry, start, lines) for entry, start in zip(entries, starts, strict=True)]
    found = tuple(exchange for exchange in exchanges if exchange is not None)
    if not found:
        raise WireError("no entry of the HAR file has a response", help=_HELP)
    return Transcript(exchanges=found, shown=tuple(lines.shown), skipped=len(exchanges) - len(found))


class _Lines:
    """The text by lines, of which those that are too long are empty."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._starts = [0]
        for line in text.split("\n")[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.shown = [line if len(line) <= _LONGEST else "" for line in text.split("\n")]

    def place(self, start: int, end: int) -> Place:
        number = bisect.bisect_right(self._starts, start)
        first = self._starts[number - 1]
        stop = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        text, begins, ends = self.text[first:stop], start - first, min(end, stop) - first
        return Place(self.file, number, text, begins, begins, ends)

    def hide(self, place: Place) -> None:
        if self.shown[place.line - 1]:
            before, after = self.shown[place.line - 1][: place.value], self.shown[place.line - 1][place.end :]
            hidden = place.hidden()[place.value : place.end]
            self.shown[place.line - 1] = f"{before}{hidden}{after}"


def _exchange(entry: object, start: int, lines: _Lines) -> Exchange | None:
    """One entry; None where its request was never answered, which is status 0."""
    line = lines.place(start, start + 1).line
    response = entry.get("response") if isinstance(entry, dict) else None
    request = entry.get("request") if isinstance(entry, dict) else None
    if not isinstance(response, dict) or not isinstance(request, dict):
        raise WireError("an entry has no request or no response", help=_HELP, line=line)
    status = response.get("status")
    headers = response.get("headers")
    if isinstance(status, bool) or not isinstance(status, int) or not -(10**9) < status < 10**9:
        raise WireError("the status of an entry is not a number", help=_HELP, line=line)
    if status <= 0:
        return None
    if not isinstance(headers, list):
        raise WireError("the headers of an entry are not a list", help=_HELP, line=line)
    named: list[tuple[str, str]] = []
    places: list[Place] = []
    where = find(lines.text, start, "response", "headers")
    spans = [begin for _, begin, _ in items(lines.text, where[0])] if where else []
    for header, begin in zip(headers, spans, strict=True):
        for name, value, place in _field(header, begin, lines):
            named.append((name, value))
            places.append(place)
            if name.lower() == "set-cookie":
                lines.hide(place)
    at = find(lines.text, start, "response", "status") or (start, start + 1)
    place = lines.place(*at)
    method, url = request.get("method"), request.get("url")
    return Exchange(
        status=status,
        lines=tuple(named),
        body=_content(response.get("content"), named),
        method=_octets(method) if isinstance(method, str) else None,
        url=url if isinstance(url, str) and _names_a_host(url) else None,
        places=tuple(places),
        at=Position(place.file, place.line, place.start + 1, place.line, place.end + 1),
    )


def _names_a_host(url: str) -> bool:
    return url.startswith(("http://", "https://")) and url.isprintable()


def _field(header: object, begin: int, lines: _Lines) -> Iterator[tuple[str, str, Place]]:
    """A field line, or the several that Chromium joins with line feeds."""
    name = header.get("name") if isinstance(header, dict) else None
    value = header.get("value") if isinstance(header, dict) else None
    if not isinstance(name, str) or not isinstance(value, str):
        line = lines.place(begin, begin + 1).line
        raise WireError("a header of an entry has no name or no value", help=_HELP, line=line)
    start, end = find(lines.text, begin, "value") or (begin, begin + 1)
    values = value.split("\n") if name.lower() == "set-cookie" else [value]
    written = _BREAK.split(lines.text[start + 1 : end - 1])
    at = start + 1
    for number, one in enumerate(values):
        stop = at + len(written[number]) if len(written) == len(values) else end - 1
        yield _octets(name), _octets(one), lines.place(at, stop)
        at = stop + len("\\n") if len(written) == len(values) else at


def _octets(text: str) -> str:
    """Text with one character for each octet: what a browser has decoded as UTF-8 is encoded again."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode("latin-1")
    return text


def _content(content: Any, named: list[tuple[str, str]]) -> bytes | None:
    """The content where it is what was sent; None where it was decoded, converted or left out."""
    if not isinstance(content, dict):
        return None
    text, size = content.get("text"), content.get("size")
    fields = {name.lower(): value for name, value in named}
    if "content-encoding" in fields:
        return None
    if not text and size == 0:
        # Of a redirect, browsers record none of the content that its fields tell of.
        return None if fields.get("content-length", "0").strip("0") or "transfer-encoding" in fields else b""
    if not isinstance(text, str):
        return None
    octets: bytes | None = None
    try:
        octets = base64.b64decode(text) if content.get("encoding") == "base64" else text.encode()
    except (binascii.Error, ValueError):
        return None
    return octets if size == len(octets) else None
