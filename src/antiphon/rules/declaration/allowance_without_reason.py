"""AN006."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import Allowance, CookieSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_FRAME = CookieSpec(name="sid", value="t", path="/", same_site="none")


@rule(
    code="AN006",
    level="error",
    applies_to_captures=False,
    citation="antiphon's own: an exception without a reason cannot be reviewed",
    help='say why: .accept_finding("CK052", because="the old login frame needs it until May")',
    bad=ResponseSpec(status=200, cookies=(_FRAME,), allowances=(Allowance(code="CK052", because=" "),)),
    good=ResponseSpec(
        status=200, cookies=(_FRAME,), allowances=(Allowance(code="CK052", because="the old login frame needs it"),)
    ),
)
def allowance_without_reason(response: ResponseParts) -> Iterator[Finding]:
    """An allowance says why the finding is accepted.

    Whoever reads it later cannot tell whether it still holds, so it stays for ever.
    """
    for index, allowance in enumerate(response.spec.allowances):
        if not allowance.because.strip():
            yield Finding(f"allowances[{index}].because", f"the allowance for {allowance.code} gives no reason")
