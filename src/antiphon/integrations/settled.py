"""The field lines of a response after a framework had them: what it added, changed and took away.

A line that is gone, or has another value, was changed on purpose, by a middleware or a hook: so it is sent. A line that
is new is added by the rules of `antiphon.responses.merged`; where it conflicts with one of the response's own, that is
sent, and the conflict is logged once. docs/decisions/0118-what-frameworks-add.md has the reasons.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from antiphon.errors import ParamError
from antiphon.responses.merged import Merged, merged
from antiphon.runtime.plan import RawHeader

#: Field lines as most frameworks keep them.
TextLines: TypeAlias = list[tuple[str, str]]

_LOG = logging.getLogger("antiphon")
#: A middleware that changes the content changes these with it, and only it knows.
_OF_THE_CONTENT = frozenset((b"content-length", b"content-encoding", b"transfer-encoding"))
_reported: set[tuple[str, str]] = set()
#: So much is reported and remembered: a place may be a path, and clients choose those.
MOST_REPORTED: Final = 1000


def text_lines(lines: Iterable[RawHeader], charset: str = "latin-1") -> TextLines:
    """Field lines as text; in latin-1 every octet is a character of its own.

    Raises UnicodeDecodeError for octets that the charset does not have.
    """
    return [(name.decode("latin-1"), value.decode(charset)) for name, value in lines]


def raw_lines(lines: Iterable[tuple[str, str]], charset: str = "latin-1") -> list[RawHeader]:
    """Field lines as octets, names in lower case. What is not in the charset is sent as UTF-8."""
    return [(name.lower().encode("latin-1"), _octets(value, charset)) for name, value in lines]


def _octets(value: str, charset: str) -> bytes:
    try:
        return value.encode(charset)
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogateescape")


def joined(own: Iterable[RawHeader], charset: str = "latin-1") -> dict[str, str]:
    """The lines but for cookies, for a framework that keeps one value for each name."""
    found: dict[str, str] = {}
    for name, value in text_lines(own, charset):
        if name != "set-cookie":
            found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def unjoined(own: Iterable[RawHeader], given: Mapping[str, str], now: Mapping[str, str]) -> list[RawHeader]:
    """The lines again, with what became of the values that were `joined`; cookies are as they were."""
    changed = {name for name in {*given, *now} if given.get(name) != now.get(name)}
    kept = [line for line in own if line[0].decode("latin-1") not in changed]
    return [*kept, *raw_lines((name, value) for name, value in now.items() if name in changed)]


def settled(own: Sequence[RawHeader], final: Iterable[RawHeader], where: str) -> list[RawHeader]:
    """The lines that are sent: `own` are those of the response, `final` those that the framework ended with.

    `where` says in the log whose response it is.
    """
    rest = [(name.lower(), value) for name, value in final]
    gone = []
    for line in own:
        if line in rest:
            rest.remove(line)
        else:
            gone.append(line)
    changed = {name for name, _ in gone if name != b"set-cookie"}
    mine: list[RawHeader] = []
    for line in own:
        if line not in gone:
            mine.append(line)
        elif line[0] in changed:
            changed.discard(line[0])
            mine += [other for other in rest if other[0] == line[0]]
    rest = [line for line in rest if line not in mine]
    mine += [line for line in rest if line[0] in _OF_THE_CONTENT]
    return _added(mine, [line for line in rest if line[0] not in _OF_THE_CONTENT], where)


def _added(mine: list[RawHeader], added: list[RawHeader], where: str) -> list[RawHeader]:
    try:
        lines, conflicts = merged(mine, added) if added else Merged(mine, ())
    except ParamError as error:
        report(where, str(error))
        return mine + added
    for conflict in conflicts:
        report(where, f"{conflict.what}; the response's own is sent")
    return lines


def report(where: str, what: str) -> None:
    """Log it once for each place, as long as there are not too many of them."""
    if (where, what) in _reported or len(_reported) > MOST_REPORTED:
        return
    _reported.add((where, what))
    if len(_reported) > MOST_REPORTED:
        _LOG.warning("%d conflicts of responses and what is around them were logged; no more are", MOST_REPORTED)
        return
    _LOG.warning("%s: the response and what is around it: %s", where, what)
