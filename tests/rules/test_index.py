"""The index of rules: a response that was seen has the findings that it has where every rule is asked (record 0126)."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from antiphon.http.status import STATUSES
from antiphon.rules.check import check
from antiphon.rules.index import INDEX
from antiphon.rules.registry import rules
from antiphon.rules.rule import Rule
from antiphon.rules.seen import NOTHING, SeenBody, SeenLine, SeenResponse, SeenSite

INDEXED_FIELDS = sorted({field for entry in INDEX.values() if entry is not None for field in entry[0] or ()})
#: Values that rules have something to say about, of whatever field.
VALUES = sorted(
    {line.value for rule in rules() for spec in (rule.bad, rule.good) for line in spec.headers if line.value}
)

names = st.sampled_from(INDEXED_FIELDS).flatmap(lambda name: st.sampled_from([name, name.title(), name.upper()]))
lines = st.builds(
    SeenLine,
    names | st.from_regex(r"[Xx]-[A-Za-z]{1,8}", fullmatch=True),
    st.sampled_from(VALUES) | st.text(st.characters(max_codepoint=0x17F), max_size=12),
)
responses = st.builds(
    SeenResponse,
    status=st.sampled_from(sorted(STATUSES)) | st.integers(100, 599),
    headers=st.lists(lines, max_size=6).map(tuple),
    body=st.just(NOTHING) | st.binary(max_size=8).map(lambda octets: SeenBody("bytes", octets)),
    site=st.none() | st.builds(SeenSite, st.sampled_from(["http", "https"]), st.just("shop.example")),
    method=st.sampled_from([None, "GET", "HEAD", "POST", "OPTIONS", "BREW"]),
)


def every_rule(_status: int, _method: str | None, _present: frozenset[str], *, captured: bool) -> tuple[Rule, ...]:
    """All that are said of a response, in code order, without a look at the index."""
    return tuple(rule for rule in rules() if rule.is_said(captured=captured))


@given(response=responses)
def test_the_index_changes_no_finding(response: SeenResponse) -> None:
    """Of drawn responses: fields that rules ask for, in any case, with values of each other's and of nobody's."""
    indexed = check(response, captured=True)

    with patch("antiphon.rules.check.rules_for", every_rule):
        assert check(response, captured=True) == indexed
