"""The header list of a HAR entry as the field lines that it was made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from antiphon.captures.json_place import Item, items, members
from antiphon.captures.place import Place
from antiphon.captures.source_lines import SourceLines
from antiphon.http.grammar import TOKEN
from antiphon.http.secrets import covered, holds_cookies

#: A line feed as JSON writes it, without a backslash before it.
_BREAK = re.compile(r"(?<!\\)(?:\\\\)*(\\n)")
#: Characters that a parsed field name never has: they show that the tool cut the line at a wrong colon.
_CUT = re.compile(r"[=;/\s]")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
#: The text that a recorder writes in place of a cookie that it removed.
_REMOVED = re.compile(r"\[\d+ bytes were stripped\]")


class Field(NamedTuple):
    """One field line and its place."""

    name: str
    value: str
    place: Place


def fields(at: int, lines: SourceLines) -> tuple[list[Field], int]:
    """The field lines of a header list that begins at an offset, and how many of its entries are damaged."""
    found: list[Field] = []
    damaged = 0
    for item in items(lines.text, at):
        name, value = _named(item.value)
        if name.startswith(":") or _REMOVED.fullmatch(value if isinstance(value, str) else ""):
            continue  # a pseudo-header field of HTTP/2; what the recorder took away
        values = _values(value)
        if not name or not values or (_CUT.search(name) and not TOKEN.fullmatch(name)):
            damaged += 1
            continue
        spans = _strings(item, lines)
        for text, (start, end) in zip(values, spans, strict=True):
            found += _lines(name, text, start, end, lines)
    return found, damaged


def _lines(name: str, value: str, start: int, end: int, lines: SourceLines) -> Iterator[Field]:
    """The lines that browsers join with line feeds into one value; the whole value is shown from now on."""
    written = lines.text[start:end]
    cuts = [match.start(1) for match in _BREAK.finditer(written)]
    spans = list(zip([0, *(cut + len("\\n") for cut in cuts)], [*cuts, len(written)], strict=True))
    pieces = value.split("\n")
    if len(spans) != len(pieces):  # a line feed that is written in another way, such as \u000a
        spans = [(0, len(written))] * len(pieces)
    told = list(zip(pieces, spans, strict=True))
    secret = holds_cookies(name)
    if secret:
        told = _unfolded(told)
    shown = "\\n".join(covered(written[a:b]) for _, (a, b) in told) if secret else written
    lines.show(start, end, shown if len(shown) == len(written) else "")
    for text, (a, b) in told:
        yield Field(octets(name), octets(_plain(name, text)), lines.place(start + a, start + b))


def _unfolded(pieces: list[tuple[str, tuple[int, int]]]) -> list[tuple[str, tuple[int, int]]]:
    """The lines of cookies. One that begins with a blank goes on with the one before (RFC 9112 section 5.2)."""
    told: list[tuple[str, tuple[int, int]]] = []
    for text, (start, end) in pieces:
        if told and text[:1] in (" ", "\t"):
            before, (first, _) = told[-1]
            told[-1] = f"{before.rstrip()} {text.strip()}", (first, end)
        else:
            told.append((text, (start, end)))
    return told


def _named(header: object) -> tuple[str, object]:
    if not isinstance(header, dict) or not isinstance(header.get("name"), str):
        return "", None
    return header["name"], header.get("value")


def _values(value: object) -> list[str]:
    """The text of a header, or the several that some recorders list."""
    if isinstance(value, str):
        return [value]
    return value if isinstance(value, list) and all(isinstance(one, str) for one in value) else []


def _strings(header: Item, lines: SourceLines) -> Iterator[tuple[int, int]]:
    """Where each string of a header's value begins and ends, without its quotes."""
    value = members(lines.text, header.start)["value"]
    for item in [value] if isinstance(value.value, str) else items(lines.text, value.start):
        yield item.start + 1, item.end - 1


def _plain(name: str, value: str) -> str:
    """The value. A length that a tool has written for people, as `6,219`, is the number."""
    grouped = name.lower() == "content-length" and _GROUPED.fullmatch(value)
    return value.replace(",", "") if grouped else value


def octets(text: str) -> str:
    """Text with one character for each octet: what a browser has decoded as UTF-8 is encoded again."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode("latin-1")
    return text
