"""The rules that could not look at a response, and might have found something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antiphon.rules.parts import ResponseParts
from antiphon.rules.registry import silent_rules
from antiphon.rules.seen import SeenResponse
from antiphon.rules.site import every_host_a_suffix

if TYPE_CHECKING:
    from antiphon.spec import ResponseSpec


def missed_rules(response: ResponseSpec | SeenResponse, *, captured: bool = False) -> frozenset[str]:
    """The codes of the rules whose extra is not installed, and that could find something if it were."""
    silent = silent_rules()
    if not silent:
        return frozenset()
    parts = ResponseParts(response, captured=captured)
    with every_host_a_suffix():
        return frozenset(rule.code for rule in silent if any(True for _ in rule.check(parts)))
