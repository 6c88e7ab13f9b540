"""AN005."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import Allowance, CookieSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="AN005",
    level="warning",
    applies_to_captures=False,
    citation="antiphon's own: an exception that outlives its cause hides the next mistake",
    help="delete the allowance",
    bad=ResponseSpec(status=200, allowances=(Allowance(code="CK052", because="the old login frame needs it"),)),
    good=ResponseSpec(
        status=200,
        cookies=(CookieSpec(name="sid", value="t", path="/", same_site="none"),),
        allowances=(Allowance(code="CK052", because="the old login frame needs it"),),
    ),
)
def unused_allowance(response: ResponseParts) -> Iterator[Finding]:
    """An allowance allows a finding that is there.

    It was written for a mistake that has been mended since; it would hide the same mistake when it comes back.
    """
    return iter(())  # `check` itself yields it, since it takes every other rule's findings to know
