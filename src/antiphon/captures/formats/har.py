"""HAR files (HTTP Archive 1.2), which browsers and proxies export, as JSON or as JSONP.

Their content is decoded: where it can differ from what was sent, it counts as unknown. An entry that cannot be read is
left out, and the others are judged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from antiphon.captures.error import WireError
from antiphon.captures.exchange import Exchange, Note, Transcript
from antiphon.captures.har_entry import exchange
from antiphon.captures.json_place import Item, decoded, items, members, skip_blank
from antiphon.captures.source_lines import SourceLines

_HELP = "export the HAR file again, with its content"
_REQUESTS_ALONE = "has no response"
#: JSONP: a call of a function, with the HAR file as its one argument.
_CALL = re.compile(r"\s*[A-Za-z_$][\w$.]*\s*\(\s*(?=\{)")
_END_OF_CALL = re.compile(r"\s*\)\s*;?\s*")


def looks_like(octets: bytes) -> bool:
    """Whether the input begins as a JSON object does, or as a call with one."""
    return octets.lstrip().startswith(b"{") or _call(octets[:200].decode("latin-1")) is not None


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
    told: dict[str, list[int]] = {}
    damaged: list[int] = []
    for entry in _entries(text):
        found = exchange(entry, lines)
        at = lines.line(entry.start)
        if isinstance(found, str):
            told.setdefault(found, []).append(at)
            continue
        exchanges.append(found[0])
        damaged += [at] * found[1]
    if not exchanges:
        raise _nothing(told)
    notes = [Note(f"an entry {what}, and is left out", at[0], len(at)) for what, at in told.items()]
    if damaged:
        what = "a header is damaged by the tool that wrote the file, and is left out"
        notes.append(Note(what, damaged[0], len(damaged)))
    skipped = sum(map(len, told.values()))
    return Transcript(exchanges=tuple(exchanges), shown=lines.shown, skipped=skipped, notes=tuple(notes))


def _nothing(told: dict[str, list[int]]) -> WireError:
    """Why a file is not worth judging."""
    if not told:
        return WireError("no entry has a response: there is no entry", help=_HELP)
    count = sum(map(len, told.values()))
    if set(told) == {_REQUESTS_ALONE}:
        alone = "1 entry holds a request alone" if count == 1 else f"{count} entries hold requests alone"
        advice = f"responses are judged, not requests; {_HELP}"
        return WireError(f"no entry has a response: {alone}", help=advice, line=told[_REQUESTS_ALONE][0])
    why = ", ".join(f"{len(at)} {_plural(what)}" if len(at) > 1 else f"1 {what}" for what, at in told.items())
    first = min(at[0] for at in told.values())
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
