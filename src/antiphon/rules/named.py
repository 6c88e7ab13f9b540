"""Rules and the faults that are found beside them, by their codes and names, and by what looks like one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from antiphon.diagnostics.close_to import close_to
from antiphon.diagnostics.faults import FAULTS
from antiphon.diagnostics.refusal import Refusal
from antiphon.diagnostics.refusals import REFUSALS
from antiphon.rules.registry import rules
from antiphon.rules.rule import Rule

#: Each has a code, a name and a page.
Named: TypeAlias = Rule | Refusal


def everything() -> tuple[Named, ...]:
    """Every rule, refusal and fault. Raises PluginError for an installed plug-in that is broken."""
    return (*rules(), *REFUSALS, *FAULTS)


def named(name: str, among: Iterable[Named]) -> Named | None:
    """The one with this code or slug, in any case; None for any other name."""
    said = name.strip().lower().replace("_", "-")
    return next((one for one in among if said in (one.code.lower(), one.slug)), None)


def like(name: str, among: Iterable[Named]) -> str:
    """`did you mean CK052?`: codes that begin so, or codes or names that look so; else where all are listed."""
    known = tuple(among)
    said = name.strip().upper()
    spelt = said.lower().replace("_", "-")
    words = sorted(word for one in known for word in (one.code, one.slug) if word.startswith((said, spelt)))
    if words and len(said) > 2:
        return f"did you mean {' or '.join(words[:3])}?"
    by_code = close_to(said, (one.code for one in known))
    by_name = close_to(spelt, (one.slug for one in known))
    return by_code or by_name or "`antiphon rule all` lists the codes"
