"""AN007."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import Allowance, CookieSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_FRAME = CookieSpec(name="sid", value="t", path="/", same_site="none")


@rule(
    code="AN007",
    level="error",
    applies_to_captures=False,
    citation="antiphon's own: a code is never reused, and never guessed",
    help="write the code of a rule, such as CK052; `antiphon rule all` lists them",
    bad=ResponseSpec(status=200, allowances=(Allowance(code="CK52", because="the old login frame needs it"),)),
    good=ResponseSpec(
        status=200, cookies=(_FRAME,), allowances=(Allowance(code="CK052", because="the old login frame needs it"),)
    ),
)
def allowance_for_unknown_rule(response: ResponseParts) -> Iterator[Finding]:
    """An allowance names a rule by its code.

    A misspelt code allows nothing, and the finding that it was meant for is reported all the same.
    """
    if not response.spec.allowances:
        return
    from antiphon.rules.named import like, named
    from antiphon.rules.registry import rules

    codes = [rule.code for rule in rules()]
    for index, allowance in enumerate(response.spec.allowances):
        if allowance.code in codes:
            continue
        meant = named(allowance.code, rules())
        hint = f"its code is {meant.code}" if meant else like(allowance.code, rules())
        yield Finding(f"allowances[{index}].code", f"{allowance.code!r} is not the code of a rule; {hint}")
