"""Writes `src/antiphon/rules/index.py`: the fields without which each rule is silent about a response that was seen."""

from __future__ import annotations

from pathlib import Path

from antiphon.http.status import STATUSES
from antiphon.rules.index import INDEXED, Entry
from antiphon.rules.registry import modules, rule_in
from antiphon.rules.rule import Rule
from antiphon.rules.silence import fields_asked
from formatted import formatted

FILE = Path(__file__).parents[2] / "src" / "antiphon" / "rules" / "index.py"
#: Every method that a rule may ask for, and none.
METHODS = (None, "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE", "QUERY")
#: Those that are tried with a status that is not registered: no rule tells such statuses apart by more.
FEW_METHODS = METHODS[:3]

SOURCE = '''"""The fields that rules ask for in a response that was seen. Written by `nox -s generate`; do not edit.

By module: the fields, in lower case, without any of which the rule is silent, and the statuses in which it is run all
the same, from the first to the last of each span. Fields of None: it is run always. An entry of None: it is not said
of such a response.
"""

from __future__ import annotations

from typing import TypeAlias

Entry: TypeAlias = tuple[tuple[str, ...] | None, tuple[tuple[int, int], ...]]

#: The statuses that it is for.
INDEXED: range = range(100, 600)

INDEX: dict[str, Entry | None] = {{
{entries}}}
'''


def generated() -> dict[Path, str | None]:
    """The one file."""
    entries = "".join(f"    {module!r}: {entry(rule_in(module))!r},\n" for module in modules())
    return {FILE: formatted(SOURCE.format(entries=entries))}


def entry(rule: Rule) -> Entry | None:
    """The entry of a rule, whatever the method of the request was."""
    if not rule.is_said(captured=True):
        return None
    asked = {
        (status, method): fields_asked(rule, status, method, captured=True)
        for status in INDEXED
        for method in (METHODS if status in STATUSES else FEW_METHODS)
    }
    always = sorted({status for (status, _), fields in asked.items() if fields is None})
    if len(always) > len(INDEXED) // 2:  # hardly ever passed over
        return None, ()
    return tuple(sorted(frozenset().union(*(fields or () for fields in asked.values())))), tuple(spans(always))


def spans(numbers: list[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of numbers, which are in order."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    return found
