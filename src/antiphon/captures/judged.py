"""The rules over a response that was seen, with paths and places that name its lines."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from antiphon.captures.description import Description, described
from antiphon.captures.exchange import Exchange
from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Diagnostic, printable
from antiphon.http.set_cookie import FIELDS
from antiphon.rules.check import check
from antiphon.rules.profile import Profile

_PATH = re.compile(r"(headers|cookies)\[(\d+)\](?:\.(\w+))?.*", re.DOTALL)
#: The attributes of a cookie as they are written, by the fields that hold them.
_ATTRIBUTES = {
    "domain": "Domain",
    "expires": "Expires",
    "http_only": "HttpOnly",
    "max_age": "Max-Age",
    "partitioned": "Partitioned",
    "path": "Path",
    "same_site": "SameSite",
    "secure": "Secure",
}


def judge(exchange: Exchange, *, profile: Profile = "default") -> tuple[Diagnostic, ...]:
    """What is wrong with a response that was seen, in code order. Raises WireError for what cannot have been one.

    A path names a field line as it was written: `Set-Cookie[1].Max-Age` is the attribute of the second Set-Cookie
    line; a field that occurs once has no number.
    """
    description = described(exchange)
    return tuple(
        _placed(diagnostic, exchange, description)
        for diagnostic in check(description.spec, profile=profile, captured=True)
        if not _is_about_what_follows(diagnostic, exchange)
    )


def _is_about_what_follows(diagnostic: Diagnostic, exchange: Exchange) -> bool:
    """Whether a finding misses the final response, which was seen (ST007)."""
    return exchange.interim and diagnostic.code == "ST007" and diagnostic.path == "status"


def _placed(diagnostic: Diagnostic, exchange: Exchange, description: Description) -> Diagnostic:
    match = _PATH.fullmatch(diagnostic.path)
    if match is None:
        path = "body" if diagnostic.path.startswith("body") else diagnostic.path
        return dataclasses.replace(diagnostic, path=path, position=exchange.at)
    kind, number, part = match[1], int(match[2]), match[3] or ""
    index = (description.headers if kind == "headers" else description.cookies)[number]
    if kind == "cookies":
        part = _ATTRIBUTES.get(part, "" if part == "extensions" else part)
    path = _name(exchange, index) + (f".{part}" if part and kind == "cookies" else "")
    return dataclasses.replace(diagnostic, path=path, position=_position(exchange, index, part))


def _name(exchange: Exchange, index: int) -> str:
    """The field name as it was written, and which of its lines is meant where there are several."""
    name = exchange.lines[index][0]
    same = [i for i, (other, _) in enumerate(exchange.lines) if other.lower() == name.lower()]
    numbered = len(same) > 1 or name.lower() == "set-cookie"
    return printable(name) + (f"[{same.index(index)}]" if numbered else "")


def _position(exchange: Exchange, index: int, part: str) -> Position | None:
    if not exchange.places:
        return exchange.at
    place = exchange.places[index]
    return place.position(part if part == "value" or part.lower() in FIELDS else "")


def without_values(exchange: Exchange) -> Iterator[tuple[int, str]]:
    """Each line of the input that holds a cookie, as it may be shown, with its number."""
    for (name, _), place in zip(exchange.lines, exchange.places, strict=False):
        if name.lower() == "set-cookie":
            yield place.line, place.hidden()
