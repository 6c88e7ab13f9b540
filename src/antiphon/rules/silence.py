"""Which rules have nothing to say of a response that lacks certain fields. Nobody writes that down: they are asked.

A rule learns of a response from `ResponseParts` alone, and gives the same answer to the same parts. So a rule that was
shown a response without fields, asked for some of them by name, got nothing and said nothing, does the same for every
response of that status and method that has none of these fields, whatever else it has.

For responses that were seen, the answers are written down in `index.py` when files are generated, so that a judge
imports the rules that may find something and no others.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from antiphon.rules.index import INDEX, INDEXED
from antiphon.rules.parts import Joined, ResponseParts
from antiphon.rules.registry import brought, modules, rule_in, rules
from antiphon.rules.rule import Rule
from antiphon.rules.seen import FieldLine, SeenResponse

#: The name under which cookies are asked for, whether a field line or the spec has them.
COOKIES: Final = "set-cookie"

#: Parts that differ from response to response in more than their fields: a rule that asks for one runs always.
_VARYING: Final = frozenset({"body", "params", "site", "spec"})


class _Asked(NamedTuple):
    """A rule, and the fields, in lower case, without any of which it is silent; None where it has to be run."""

    rule: Rule
    fields: frozenset[str] | None


@functools.lru_cache(maxsize=1024)
def rules_for(status: int, method: str | None, present: frozenset[str], *, captured: bool) -> tuple[Rule, ...]:
    """The rules that may find something in a response with fields of these names, in lower case; in code order."""
    listed = captured and status in INDEXED
    found = [rule_in(module) for module in _listed(status, present)] if listed else []
    every = _asked(status, method, captured=captured, of_plugins=listed)
    found += [rule for rule, fields in every if fields is None or not fields.isdisjoint(present)]
    return tuple(sorted(found, key=lambda rule: rule.code))


def _listed(status: int, present: frozenset[str]) -> Iterable[str]:
    """The modules of antiphon's own rules that may say something of a response that was seen.

    One that the index does not have yet is among them.
    """
    for module in modules():
        listed = INDEX.get(module, ALWAYS)
        if listed is None:
            continue
        fields, spans = listed
        if fields is None or not present.isdisjoint(fields) or any(first <= status <= last for first, last in spans):
            yield module


#: The entry of a rule that has to be run in any case.
ALWAYS: Final = (None, ())


@functools.lru_cache(maxsize=256)
def _asked(status: int, method: str | None, *, captured: bool, of_plugins: bool) -> tuple[_Asked, ...]:
    """Every rule, or those of plug-ins alone, with what it asks of a response of this status and method.

    The index has none of plug-ins.
    """
    every = [rule for rule in (brought() if of_plugins else rules()) if rule.is_said(captured=captured)]
    return tuple(_Asked(rule, fields_asked(rule, status, method, captured=captured)) for rule in every)


def fields_asked(rule: Rule, status: int, method: str | None, *, captured: bool) -> frozenset[str] | None:
    """The fields, in lower case, without any of which a rule is silent; None where it has to be run."""
    parts = _Watched(SeenResponse(status=status, method=method), captured=captured)
    says = next(iter(rule.check(parts)), None)
    return frozenset(parts.asked) if says is None and not parts.asked_more else None


class _Watched(ResponseParts):
    """A response without fields that notes what it is asked for."""

    __slots__ = ("asked", "asked_more")

    def __init__(self, response: SeenResponse, *, captured: bool) -> None:
        self.asked: set[str] = set()
        self.asked_more = False
        super().__init__(response, captured=captured)
        self.asked.clear()
        self.asked_more = False

    def __getattribute__(self, name: str) -> Any:
        if name in _VARYING:
            self.asked_more = True
        elif name == "cookies":
            self.asked.add(COOKIES)
        return super().__getattribute__(name)

    def headers(self, *names: str) -> tuple[tuple[str, FieldLine], ...]:
        self._note(*names)
        self.asked_more |= not names
        return super().headers(*names)

    def has(self, *names: str) -> bool:
        self._note(*names)
        return super().has(*names)

    def joined(self, name: str) -> Joined | None:
        self._note(name)
        return super().joined(name)

    def spellings(self, *names: str) -> list[str]:
        self._note(*names)
        return super().spellings(*names)

    def _note(self, *names: str) -> None:
        self.asked.update(map(str.lower, names))
