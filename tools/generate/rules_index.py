"""Writes `src/antiphon/rules/index.py`: the fields without which each rule is silent about a response that was seen."""

from __future__ import annotations

from pathlib import Path

from antiphon.http.status import STATUSES
from antiphon.rules.registry import modules, rule_in
from antiphon.rules.rule import Rule
from antiphon.rules.silence import fields_asked
from fields import formatted

FILE = Path(__file__).parents[2] / "src" / "antiphon" / "rules" / "index.py"
#: Every method that a rule may ask for, and none.
METHODS = (None, "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE", "QUERY")

SOURCE = '''"""The fields that rules ask for in a response that was seen. Written by `nox -s generate`; do not edit.

By module: the fields, in lower case, without any of which the rule is silent, and the registered statuses in which
it is run all the same. Fields of None: it is run always. An entry of None: it is not said of such a response.
"""

from __future__ import annotations

from typing import TypeAlias

Entry: TypeAlias = tuple[tuple[str, ...] | None, tuple[int, ...]]

INDEX: dict[str, Entry | None] = {{
{entries}}}
'''


def generated() -> dict[Path, str | None]:
    """The one file."""
    entries = "".join(f"    {module!r}: {entry(rule_in(module))!r},\n" for module in modules())
    return {FILE: formatted(SOURCE.format(entries=entries))}


def entry(rule: Rule) -> tuple[tuple[str, ...] | None, tuple[int, ...]] | None:
    """The entry of a rule, whatever the method of the request was."""
    if not rule.is_said(captured=True):
        return None
    asked = {
        (status, method): fields_asked(rule, status, method, captured=True) for status in STATUSES for method in METHODS
    }
    always = sorted({status for (status, _), fields in asked.items() if fields is None})
    if len(always) > len(STATUSES) // 2:  # hardly ever passed over
        return None, ()
    return tuple(sorted(frozenset().union(*(fields or () for fields in asked.values())))), tuple(always)
