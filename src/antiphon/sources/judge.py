"""The rules over what a source shows of a response, with the places of the arguments."""

from __future__ import annotations

import ast
import dataclasses
import functools
from collections.abc import Sequence
from typing import Final

from antiphon.captures.judged import ATTRIBUTES, PATH
from antiphon.captures.one_fault import without_consequences
from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.source_faults import NO_REDIRECT
from antiphon.rules.check import check
from antiphon.rules.missed import missed_rules
from antiphon.rules.profile import Profile
from antiphon.rules.registry import silent_rules
from antiphon.sources.unit import Node, Unit
from antiphon.sources.worlds import worlds
from antiphon.spec import ResponseSpec

#: The rules that say the same as a fault of a call: one mistake is one finding.
_SAME: Final = {"PY004": "ST016"}
_OF_REDIRECTS: Final = frozenset({"location", "content-type", "content-length"})


def judge(unit: Unit, lines: Sequence[str], file: str, *, profile: Profile = "default") -> tuple[Diagnostic, ...]:
    """The findings that hold of every response that the unit may be, in code order."""
    faults = [*unit.faults, *(fault for one in unit.cookies for fault in one.faults)]
    if not _is_bare(unit):
        faults = [one for one in faults if one.refusal is not NO_REDIRECT]
    told = [one.refusal.found(one.message, position=position(one.node, lines, file)) for one in faults]
    said = {_SAME.get(one.code) for one in told}
    return (*told, *(one for one in _of_rules(unit, lines, file, profile) if one.code not in said))


def _is_bare(unit: Unit) -> bool:
    """Whether a response says nothing but where it leads: a script may want its cookies, or its HX-Redirect."""
    return unit.closed and not unit.cookies and all(line.name.lower() in _OF_REDIRECTS for line in unit.lines)


def _of_rules(unit: Unit, lines: Sequence[str], file: str, profile: Profile) -> tuple[Diagnostic, ...]:
    unit.settle()
    kept: dict[tuple[str, str], Diagnostic] | None = None
    for spec in worlds(unit):
        found = {(one.code, one.path): one for one in _judged(spec, profile)}
        kept = found if kept is None else {key: one for key, one in kept.items() if key in found}
        if not kept:
            return ()
    placed = (_placed(one, unit, lines, file) for one in (kept or {}).values())
    return tuple(one for one in placed if one is not None)


def missed(unit: Unit) -> frozenset[str]:
    """The codes of rules that need an extra to look at what the unit may be. It has been judged before."""
    return frozenset().union(*map(_missed, worlds(unit))) if silent_rules() else frozenset()


@functools.lru_cache(maxsize=4096)
def _missed(spec: ResponseSpec) -> frozenset[str]:
    return missed_rules(spec, captured=True)


@functools.lru_cache(maxsize=4096)
def _judged(spec: ResponseSpec, profile: Profile) -> tuple[Diagnostic, ...]:
    """Sources of one project say the same again and again."""
    return tuple(without_consequences(check(spec, profile=profile, captured=True, written=True), spec))


def _placed(found: Diagnostic, unit: Unit, lines: Sequence[str], file: str) -> Diagnostic | None:
    """The finding at its argument; None for one about a part that the source does not have."""
    match = PATH.fullmatch(found.path)
    node: Node = unit.node
    path = found.path
    if match is not None and match[1] == "headers":
        number = int(match[2])
        if number >= len(unit.lines):
            return None
        line = unit.lines[number]
        node = line.name_node if match[3] == "name" else line.value_node
        path = line.name
    elif match is not None:
        cookie = unit.cookies[int(match[2])]
        node = cookie.nodes.get(match[3] or "name", cookie.node)
        path = f"Set-Cookie.{ATTRIBUTES[match[3]]}" if match[3] in ATTRIBUTES else "Set-Cookie"
    elif found.path.startswith("body"):
        node, path = unit.content_node or unit.node, "body"
    elif unit.status_node is not None:
        node = unit.status_node
    return dataclasses.replace(found, path=path, position=position(node, lines, file))


def position(node: Node, lines: Sequence[str], file: str) -> Position:
    """The place of a node, in characters; of a call over several lines that of its name."""
    if isinstance(node, ast.Call) and node.end_lineno != node.lineno:
        node = node.func
    end_line, end = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
    if end_line != node.lineno and not isinstance(node, ast.Constant | ast.keyword | ast.JoinedStr | ast.BinOp):
        end_line, end = node.lineno, len(lines[node.lineno - 1].encode())
    return Position(
        file,
        node.lineno,
        _characters(lines, node.lineno, node.col_offset),
        end_line,
        _characters(lines, end_line, end),
    )


def _characters(lines: Sequence[str], number: int, octets: int) -> int:
    line = lines[number - 1] if number <= len(lines) else ""
    return (octets if line.isascii() else len(line.encode()[:octets].decode(errors="replace"))) + 1
