"""A rule that is passed over has nothing to say: asked all the same, it finds nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.rules.parts import ResponseParts
from antiphon.rules.registry import rules
from antiphon.rules.rule import Rule
from antiphon.rules.silence import rules_for
from antiphon.spec import HeaderSpec, ResponseSpec
from antiphon.spec.bodies import BytesBody

EXAMPLES = [spec for rule in rules() for spec in (rule.bad, rule.good)]
STATUSES = sorted({spec.status for spec in EXAMPLES})
METHODS = ["GET", "HEAD", "POST", "OPTIONS", "QUERY", "BREW", None]


def passed_over_but_talking(spec: ResponseSpec, *, captured: bool) -> list[str]:
    """The rules that are left out of the judgement of a response although they find something in it."""
    parts = ResponseParts(spec, captured=captured)
    run = rules_for(spec.status, spec.method, parts.present(), captured=captured)
    asked = [rule for rule in rules() if rule.is_said(captured=captured)]
    left: list[Rule] = [rule for rule in asked if rule not in run]
    return [rule.code for rule in left if any(True for _ in rule.check(parts))]


@pytest.mark.parametrize("captured", [False, True], ids=["declared", "captured"])
def test_rules_that_are_passed_over_find_nothing_in_any_example(captured: bool) -> None:
    """Of the examples of every rule, under their own status and as a 200."""
    for spec in EXAMPLES:
        for status in {spec.status, 200}:
            assert [] == passed_over_but_talking(spec.model_copy(update={"status": status}), captured=captured)


@given(
    first=st.sampled_from(EXAMPLES),
    second=st.sampled_from(EXAMPLES),
    status=st.sampled_from(STATUSES) | st.integers(-1, 1000),
    method=st.sampled_from(METHODS),
    captured=st.booleans(),
)
def test_rules_that_are_passed_over_find_nothing_in_a_mixture(
    first: ResponseSpec, second: ResponseSpec, status: int, method: str | None, captured: bool
) -> None:
    """Of the lines and cookies of two examples together, under another status and method, also one that nobody has."""
    lines, cookies = (*first.headers, *second.headers), (*first.cookies, *second.cookies)
    mixed = first.model_copy(update={"headers": lines, "cookies": cookies, "status": status, "method": method})
    assert [] == passed_over_but_talking(mixed, captured=captured)


@pytest.mark.parametrize("status", range(100, 600))
def test_rules_that_are_passed_over_find_nothing_in_any_status(status: int) -> None:
    """Also where no registry has it, of a response without fields."""
    for method in METHODS:
        assert [] == passed_over_but_talking(ResponseSpec(status=status, method=method), captured=True)


def test_an_ordinary_response_is_put_to_a_third_of_the_rules() -> None:
    """That is what makes a judgement cheap."""
    line = HeaderSpec(name="Content-Type", value="application/json")
    parts = ResponseParts(ResponseSpec(status=200, headers=(line,), body=BytesBody(media_type="", content=b"{}")))
    assert len(rules()) / 3 > len(rules_for(200, "GET", parts.present(), captured=True))
