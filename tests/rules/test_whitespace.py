"""Whitespace around a value is not part of it: HD004 speaks of it, and every other rule of the value alone."""

from __future__ import annotations

import pytest

from antiphon.rules.check import check
from antiphon.rules.registry import rules
from antiphon.spec import HeaderSpec, ResponseSpec

EXAMPLES = {
    f"{rule.code} {kind}": spec
    for rule in rules()
    for kind, spec in (("bad", rule.bad), ("good", rule.good))
    if any(header.value for header in spec.headers)
}


def found(spec: ResponseSpec, around: str) -> set[tuple[str, str]]:
    """The codes and paths of a response whose values have this around them."""
    headers = tuple(
        header
        if header.value is None
        else HeaderSpec(name=header.name, value=f"{around}{header.value.strip()}{around}")
        for header in spec.headers
    )
    return {(one.code, one.path) for one in check(spec.model_copy(update={"headers": headers})) if one.code != "HD004"}


@pytest.mark.parametrize("spec", EXAMPLES.values(), ids=list(EXAMPLES))
def test_spaces_around_values_change_no_finding_but_hd004(spec: ResponseSpec) -> None:
    """The examples of all rules get the findings that they get without the spaces."""
    assert found(spec, "") == found(spec, " \t")
