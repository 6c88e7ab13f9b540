"""Which rules have nothing to say of a response that lacks certain fields. Nobody writes that down: they are asked.

A rule learns of a response from `ResponseParts` alone, and gives the same answer to the same parts. So a rule that was
shown a response without fields, asked for some of them by name, got nothing and said nothing, does the same for every
response of that status and method that has none of these fields, whatever else it has.
"""

from __future__ import annotations

import functools
from typing import Any, Final, NamedTuple

from antiphon.rules.parts import Joined, ResponseParts
from antiphon.rules.registry import rules
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
    every = _asked(status, method, captured=captured)
    return tuple(rule for rule, fields in every if fields is None or not fields.isdisjoint(present))


@functools.lru_cache(maxsize=256)
def _asked(status: int, method: str | None, *, captured: bool) -> tuple[_Asked, ...]:
    """Every rule, with what it asks of a response of this status and method."""
    found = []
    for rule in rules():
        if captured and not (rule.applies_to_captures or rule.in_sources):
            continue
        parts = _Watched(SeenResponse(status=status, method=method), captured=captured)
        says = next(iter(rule.check(parts)), None)
        fields = frozenset(parts.asked) if says is None and not parts.asked_more else None
        found.append(_Asked(rule, fields))
    return tuple(found)


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
