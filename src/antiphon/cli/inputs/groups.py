"""Findings of a large input by rule, as text output tells them: the first one whole, the others by host."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from antiphon.cli.collecting.report import Found
from antiphon.diagnostics.diagnostic import printable
from antiphon.rules.rule import LEVELS

#: So many hosts of one rule, and so many places of one host, are named.
_HOSTS = 6
_PLACES = 3


@dataclasses.dataclass(frozen=True)
class Group:
    """The findings of one rule and level, the first of them, and a line of text about the others of each host."""

    first: Found
    notes: tuple[str, ...]


def groups(findings: Sequence[Found]) -> list[Group]:
    """The findings by rule and level: errors first, and then in the order of their first places."""
    by_rule: dict[tuple[str, str], list[Found]] = {}
    for found in findings:
        by_rule.setdefault((found.diagnostic.level, found.diagnostic.code), []).append(found)
    told = [Group(members[0], tuple(_notes(members))) for members in by_rule.values()]
    return sorted(told, key=lambda group: LEVELS.index(group.first.diagnostic.level))


def _notes(members: list[Found]) -> list[str]:
    """One line for each of the hosts with the most findings, and one for the rest."""
    if len(members) == 1:
        return []
    hosts: dict[str, list[Found]] = {}
    for found in members:
        hosts.setdefault(_where(found), []).append(found)
    named = sorted(hosts.items(), key=lambda item: -len(item[1]))
    notes = [_note(where, found, members[0]) for where, found in named[:_HOSTS]]
    if rest := named[_HOSTS:]:
        notes.append(f"{sum(len(found) for _, found in rest)} more at {len(rest)} other hosts: --each shows all")
    return notes


def _where(found: Found) -> str:
    if found.host:
        return f"at {printable(found.host)}"
    return f"in {found.diagnostic.position.file}" if found.diagnostic.position else "in the input"


def _place(one: Found, first: Found) -> str:
    """The place; its line and column where it is in the file that is named above."""
    where, shown = one.diagnostic.position, first.diagnostic.position
    if where and shown and where.file == shown.file:
        return f"{where.line}:{where.column}"
    return str(where)


def _note(where: str, found: list[Found], first: Found) -> str:
    """How many there are, and where the ones are that are not shown."""
    others = [one for one in found if one is not first]
    places = [_place(one, first) for one in others[:_PLACES] if one.diagnostic.position]
    if len(others) > len(places):
        places.append(f"{len(others) - len(places)} more")
    listed = f"{', '.join(places[:-1])} and {places[-1]}" if len(places) > 1 else "".join(places)
    also = "also " if len(others) < len(found) else ""
    return f"{len(found)} {where}" + (f", {also}{listed}" if listed else "")
