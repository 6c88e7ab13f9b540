"""The rules over a response that was seen, with paths and places that name its lines."""

from __future__ import annotations

import dataclasses
import functools
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from antiphon.captures.description import described
from antiphon.captures.exchange import Exchange
from antiphon.captures.one_fault import without_consequences
from antiphon.captures.unseen import without_unseen
from antiphon.diagnostics.diagnostic import Diagnostic, printable
from antiphon.http.expression import expression
from antiphon.http.set_cookie import FIELDS
from antiphon.rules.check import check

if TYPE_CHECKING:
    from antiphon.diagnostics.call_site import Position
    from antiphon.rules.profile import Profile

#: The path of a finding about a header or a cookie of a spec: the list, the number, and the member.
PATH: re.Pattern[str] = expression(r"(headers|cookies)\[(\d+)\](?:\.(\w+))?.*", re.DOTALL)
#: The attributes of a cookie as they are written, by the fields that hold them.
ATTRIBUTES = {
    "domain": "Domain",
    "expires": "Expires",
    "http_only": "HttpOnly",
    "max_age": "Max-Age",
    "partitioned": "Partitioned",
    "path": "Path",
    "same_site": "SameSite",
    "secure": "Secure",
}


class _Found(NamedTuple):
    """A finding, the number of the field line that it is about, and which part of that line."""

    diagnostic: Diagnostic
    line: int | None
    part: str


def judge(exchange: Exchange, *, profile: Profile = "default") -> tuple[Diagnostic, ...]:
    """The findings about a captured response, in code order. Raises WireError for one that cannot be real.

    A path names a field line as it was written: `Set-Cookie[1].Max-Age` is the attribute of the second Set-Cookie
    line; a field that occurs once has no number.
    """
    placed = bool(exchange.places or exchange.at)
    bare = exchange._replace(places=(), at=None) if placed else exchange
    octets = len(exchange.body or b"")
    judging = next((kept for most, kept in _KEPT if octets <= most), _judged)
    found = judging(bare, profile)
    return tuple(_placed(one, exchange) if placed else one.diagnostic for one in found)


def missed(exchange: Exchange) -> frozenset[str]:
    """The codes of rules that need an extra to look at the response. It has been judged before."""
    from antiphon.rules.missed import missed_rules  # for commands, which tell of them
    from antiphon.rules.registry import silent_rules
    from antiphon.rules.silence import rules_for

    present = frozenset(name.lower() for name, _ in exchange.lines)
    may_find = rules_for(exchange.status, exchange.method, present, captured=True)
    if {rule.code for rule in silent_rules()}.isdisjoint(rule.code for rule in may_find):
        return frozenset()
    return missed_rules(described(exchange).response, captured=True)


def _judged(exchange: Exchange, profile: Profile) -> tuple[_Found, ...]:
    """The findings without their places: tests and captures often hold many times the same response."""
    description = described(exchange)
    found = check(description.response, profile=profile, captured=True)
    names = _names(exchange)
    told = without_consequences(without_unseen(found, exchange), description.response)
    return tuple(
        _named(diagnostic, description.headers, description.cookies, names)
        for diagnostic in told
        if not _is_about_what_follows(diagnostic, exchange)
    )


#: Responses that were judged and are kept, by the most octets of content: so either kind takes 4 MiB at most, and what
#: its fields take. A page of some kilobytes is often sent again and again; one of more than 64 KiB is judged each time.
_KEPT: Final = tuple(
    (most, functools.lru_cache(maxsize=times)(_judged)) for most, times in ((4 << 10, 1024), (64 << 10, 64))
)


def _is_about_what_follows(diagnostic: Diagnostic, exchange: Exchange) -> bool:
    """Whether a finding misses the final response, which was seen (ST007)."""
    return exchange.interim and diagnostic.code == "ST007" and diagnostic.path == "status"


def _named(
    diagnostic: Diagnostic, headers: tuple[int, ...], cookies: tuple[int, ...], names: tuple[str, ...]
) -> _Found:
    match = PATH.fullmatch(diagnostic.path)
    if match is None:
        path = "body" if diagnostic.path.startswith("body") else diagnostic.path
        return _Found(dataclasses.replace(diagnostic, path=path), None, "")
    kind, number, part = match[1], int(match[2]), match[3] or ""
    index = (headers if kind == "headers" else cookies)[number]
    if kind == "cookies":
        part = ATTRIBUTES.get(part, "" if part == "extensions" else part)
    path = names[index] + (f".{part}" if part and kind == "cookies" else "")
    return _Found(dataclasses.replace(diagnostic, path=path), index, part)


def _names(exchange: Exchange) -> tuple[str, ...]:
    """The field names as they were written, and which of its lines is meant where there are several."""
    keys = [name.lower() for name, _ in exchange.lines]
    counts: dict[str, int] = {}
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
    seen: dict[str, int] = {}
    told: list[str] = []
    for (name, _), key in zip(exchange.lines, keys, strict=True):
        number = seen[key] = seen.get(key, -1) + 1
        told.append(printable(name) + (f"[{number}]" if counts[key] > 1 or key == "set-cookie" else ""))
    return tuple(told)


def _placed(found: _Found, exchange: Exchange) -> Diagnostic:
    return dataclasses.replace(found.diagnostic, position=_position(exchange, found.line, found.part))


def _position(exchange: Exchange, line: int | None, part: str) -> Position | None:
    if line is None or not exchange.places:
        return exchange.at
    return exchange.places[line].position(part if part == "value" or part.lower() in FIELDS else "")
