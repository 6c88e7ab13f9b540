"""Whitespace around a value is one finding, and hides none: recipients strip it (RFC 9110 section 5.5)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from antiphon import HeaderSpec, ResponseSpec, check
from antiphon.rules.registry import rules
from tests.support.field_rule_rows import ROWS


def _responses() -> Iterator[ResponseSpec]:
    """Each rule's own examples, and each value of the table of fields, right and wrong."""
    for rule in rules():
        yield from (rule.bad, rule.good)
    for row in ROWS:
        for value in (*row.refused, *row.accepted):
            yield ResponseSpec(status=row.status, headers=(HeaderSpec(name=row.field, value=value),))


def _found(response: ResponseSpec) -> set[tuple[str, str]]:
    return {(one.code, one.level) for one in check(response) if one.code != "HD004"}


@pytest.mark.parametrize("around", ["  {}", "{}\t", " \t{} "])
def test_whitespace_changes_no_other_verdict(around: str) -> None:
    """Whatever the rules find in a value, they find in the same value with whitespace around it."""
    judged = 0
    for response in _responses():
        lines = [
            line if line.value is None else HeaderSpec(name=line.name, value=around.format(line.value))
            for line in response.headers
        ]
        if lines:
            judged += 1
            assert _found(response) == _found(response.model_copy(update={"headers": tuple(lines)})), response
    assert judged > 1000
