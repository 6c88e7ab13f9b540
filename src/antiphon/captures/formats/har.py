"""HAR files (HTTP Archive 1.2), which browsers and proxies export, as JSON or as JSONP.

Their content is decoded: where it can differ from what was sent, it counts as unknown. An entry that cannot be read is
left out, and the others are judged.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from antiphon.captures.error import WireError
from antiphon.captures.exchange import Exchange
from antiphon.captures.har_entry import exchange
from antiphon.captures.json_place import Item, decoded, items, members, skip_blank
from antiphon.captures.json_window import JSONWindow
from antiphon.captures.source_lines import SourceLines
from antiphon.captures.transcript import Note, Transcript

_HELP = "export the HAR file again, with its content"
_REQUESTS_ALONE = "has no response"
#: JSONP: a call of a function, with the HAR file as its one argument.
_CALL = re.compile(r"\s*[A-Za-z_$][\w$.]*\s*\(\s*(?=\{)")
_END_OF_CALL = re.compile(r"\s*\)\s*;?\s*")


def looks_like(octets: bytes) -> bool:
    """Whether the input begins as a JSON object does, or as a call with one."""
    return octets.lstrip().startswith(b"{") or _call(octets[:200].decode("latin-1")) is not None


def can_be_read_on(octets: bytes) -> bool:
    """Whether an input that begins so can be read piece by piece: JSON, and not JSONP."""
    return octets.lstrip().startswith(b"{")


def _call(text: str) -> re.Match[str] | None:
    return _CALL.match(text)


def read(octets: bytes, *, file: str) -> Transcript:
    """Every entry that has a response."""
    try:
        text = octets.decode()
    except UnicodeDecodeError as error:
        raise WireError(f"a HAR file is UTF-8: {error.reason}", help=_HELP) from None
    lines = SourceLines(text, file)
    exchanges: list[Exchange] = []
    left_out = _LeftOut()
    for entry in _entries(text):
        found = left_out.exchange(entry, lines)
        exchanges += () if found is None else (found,)
    if not exchanges:
        raise left_out.nothing()
    skipped = left_out.skipped
    return Transcript(exchanges=tuple(exchanges), shown=lines.shown, skipped=skipped, notes=left_out.notes())


def read_on(read: Callable[[int], bytes], *, file: str) -> Iterator[Transcript]:
    """The same of an input that is read piece by piece: a Transcript for each entry, and one with the notes.

    What comes behind the entries is not read, nor are JSONP and a second list of entries.
    """
    window = JSONWindow(read, file)
    left_out, count = _LeftOut(), 0
    for lines_of in _entries_on(window):
        found = left_out.exchange(*lines_of)
        if found is not None:
            count += 1
            yield Transcript(exchanges=(found,), shown=lines_of[1].shown)
    if not count:
        raise left_out.nothing()
    yield Transcript(exchanges=(), shown={}, skipped=left_out.skipped, notes=left_out.notes())


def _entries_on(window: JSONWindow) -> Iterator[tuple[Item, SourceLines]]:
    if window.next() == "{":
        for name in window.members():
            if name != "log":
                window.value()
                continue
            for inner in window.members():
                if inner == "entries" and window.next() == "[":
                    yield from window.elements()
                    return
                window.value()
    raise WireError("the JSON has no log.entries", help="a HAR file is an object with log.entries")


@dataclasses.dataclass
class _LeftOut:
    """The entries, and the headers, that are left out: why, the first line of each reason, and how many they are."""

    entries: dict[str, tuple[int, int]] = dataclasses.field(default_factory=dict)
    damaged: tuple[int, int] = (0, 0)

    def exchange(self, entry: Item, lines: SourceLines) -> Exchange | None:
        """The response of an entry; None for one that is left out."""
        found, at = exchange(entry, lines), lines.line(entry.start)
        if isinstance(found, str):
            first, count = self.entries.get(found, (at, 0))
            self.entries[found] = first, count + 1
            return None
        if found[1]:
            self.damaged = self.damaged[0] or at, self.damaged[1] + found[1]
        return found[0]

    @property
    def skipped(self) -> int:
        """The number of the entries."""
        return sum(count for _, count in self.entries.values())

    def notes(self) -> tuple[Note, ...]:
        """A note for each reason."""
        notes = [Note(f"an entry {what}, and is left out", *where) for what, where in self.entries.items()]
        if self.damaged[1]:
            what = "a header is damaged by the tool that wrote the file, and is left out"
            notes.append(Note(what, *self.damaged))
        return tuple(notes)

    def nothing(self) -> WireError:
        """Why a file is not worth judging."""
        if not self.entries:
            return WireError("no entry has a response: there is no entry", help=_HELP)
        if set(self.entries) == {_REQUESTS_ALONE}:
            line, count = self.entries[_REQUESTS_ALONE]
            alone = "1 entry holds a request alone" if count == 1 else f"{count} entries hold requests alone"
            advice = f"responses are judged, not requests; {_HELP}"
            return WireError(f"no entry has a response: {alone}", help=advice, line=line)
        told = self.entries.items()
        why = ", ".join(f"{count} {_plural(what)}" if count > 1 else f"1 {what}" for what, (_, count) in told)
        first = min(line for line, _ in self.entries.values())
        return WireError(f"no entry has a response that can be judged: {why}", help=_HELP, line=first)


def _plural(what: str) -> str:
    return re.sub("^has", "have", re.sub("^was", "were", what))


def _entries(text: str) -> Iterator[Item]:
    """The entries of the log. Raises WireError for text that is not a HAR file."""
    call = _call(text)
    try:
        document, end = decoded(text, call.end() if call else 0)
    except json.JSONDecodeError as error:
        raise WireError(f"the JSON cannot be read: {error.msg}", help=_HELP, line=error.lineno) from None
    except (ValueError, RecursionError) as error:  # a number of 5000 digits; a thousand brackets
        raise WireError(f"the JSON cannot be read: {type(error).__name__}", help=_HELP) from None
    if call is None and skip_blank(text, end) < len(text):
        line = text.count("\n", 0, end) + 1
        raise WireError("the JSON cannot be read: there is more behind its end", help=_HELP, line=line)
    if call is not None and not _END_OF_CALL.fullmatch(text, end):
        raise WireError("the JSONP has no closing bracket", help=_HELP)
    log: Any = document.get("log") if isinstance(document, dict) else None
    if not isinstance(log, dict) or not isinstance(log.get("entries"), list):
        raise WireError("the JSON has no log.entries", help="a HAR file is an object with log.entries")
    del document, log
    where = members(text, call.end() if call else 0)["log"].start
    return items(text, members(text, where)["entries"].start)
