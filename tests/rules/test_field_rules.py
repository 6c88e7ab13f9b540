"""The rules about fields, statuses, content and redirects: what each refuses and lets pass."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from antiphon.rules.check import check
from antiphon.rules.registry import rules
from antiphon.spec import Allowance, CookieSpec, HeaderSpec, ParamSpec, ResponseSpec, SiteSpec
from antiphon.spec.bodies import BodySpec, BytesBody, EmptyBody, HTMLBody, JSONBody, ProblemBody, RedirectBody, TextBody
from tests.support.asked import examples
from tests.support.field_rule_responses import ACCEPTED, GREEN, ORDINARY, REFUSED, Case, response
from tests.support.field_rule_rows import ROWS, Row


def codes(spec: ResponseSpec, level: str | None = None) -> set[str]:
    """The codes of the findings, of one level where one is given."""
    return {diagnostic.code for diagnostic in check(spec) if level in (None, diagnostic.level)}


FAMILIES = ("HD", "ST", "CT", "RD", "CC", "CR", "SC", "FL", "SF")
by_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.code}-{row.promise}")


@by_row
def test_what_a_rule_refuses(row: Row) -> None:
    """Every value on the wrong side of a rule's promise draws that rule, at the level that the table gives."""
    missed = [value for value in row.refused if row.code not in codes(_with(row, value), row.level)]
    assert [] == missed


@by_row
def test_what_a_rule_lets_pass(row: Row) -> None:
    """No value on the right side of a rule's promise draws it at that level."""
    drawn = [value for value in row.accepted if row.code in codes(_with(row, value), row.level)]
    assert [] == drawn


@by_row
def test_a_value_that_varies_is_not_judged(row: Row) -> None:
    """A value that is not known before the request draws no rule about values."""
    if row.code not in ("CC021", "RD009", "CT011", "HD008"):
        assert row.code not in codes(response((row.field, None), status=row.status), "error")


@by_row
def test_field_names_match_in_any_case(row: Row) -> None:
    """A rule reads its field however the name is written."""
    for value in row.refused[:2]:
        assert row.code in codes(response((row.field.upper(), value), status=row.status), row.level)


def _with(row: Row, value: str) -> ResponseSpec:
    return response((row.field, value), status=row.status)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: f"{case.code}-{case.promise}")
def test_responses_that_a_rule_refuses(case: Case) -> None:
    """A response on the wrong side of a rule's promise draws that rule, at the level that the table gives."""
    assert case.code in codes(case.spec, case.level)


@pytest.mark.parametrize("case", ACCEPTED, ids=lambda case: f"{case.code}-{case.promise}")
def test_responses_that_a_rule_lets_pass(case: Case) -> None:
    """A response on the right side of a rule's promise does not draw it: not at that level, or at none."""
    assert case.code not in codes(case.spec, case.level)


def test_every_rule_about_fields_is_tried_on_both_sides() -> None:
    """No rule goes without a value that it refuses and one that it lets pass, beside its own examples."""
    every = {rule.code for rule in rules() if rule.code.startswith(FAMILIES)}
    assert set() == every - {row.code for row in ROWS} - {case.code for case in REFUSED}


@pytest.mark.parametrize("spec", GREEN, ids=lambda spec: f"{spec.status}-{spec.headers[:1]}")
def test_legal_things_that_a_naive_validator_refuses(spec: ResponseSpec) -> None:
    """No rule refuses what the standards allow, however odd it looks."""
    assert set() == codes(spec, "error")


@pytest.mark.parametrize("spec", ORDINARY, ids=lambda spec: f"{spec.status}-{spec.body.kind}")
def test_an_ordinary_response_draws_nothing(spec: ResponseSpec) -> None:
    """A sensible response is clean: no error, no warning, no advice."""
    assert [] == [(diagnostic.code, diagnostic.message) for diagnostic in check(spec)]


FIELDS = sorted({row.field for row in ROWS} | {header.name for rule in rules() for header in rule.bad.headers})
VALUES = sorted({value for row in ROWS for value in (*row.refused, *row.accepted) if len(value) < 200})
texts = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=" \t\",;=/\\'()<>:%*@?abW09-\x00\r\n\xe9", max_size=30),
    st.sampled_from(VALUES),
    st.lists(st.sampled_from(VALUES), max_size=3).map(", ".join),
)
names = st.one_of(st.sampled_from(FIELDS), st.sampled_from(FIELDS).map(str.swapcase), st.text(max_size=10))
contents = st.one_of(st.none(), st.text(max_size=40))
bodies: st.SearchStrategy[BodySpec] = st.one_of(
    st.just(EmptyBody()),
    st.just(RedirectBody()),
    st.builds(TextBody, content=contents, media_type=texts),
    st.builds(HTMLBody, content=contents, media_type=texts),
    st.builds(JSONBody, content=contents, media_type=texts),
    st.builds(BytesBody, content=st.one_of(st.none(), st.binary(max_size=60)), media_type=texts),
    st.builds(ProblemBody, type=contents, title=contents, detail=contents, instance=contents),
)
sites = st.one_of(st.none(), st.builds(SiteSpec, scheme=st.sampled_from([None, "http", "https"]), host=contents))
specs = st.builds(
    ResponseSpec,
    status=st.one_of(
        st.integers(), st.sampled_from([101, 103, 200, 204, 206, 301, 303, 304, 401, 405, 407, 416, 426, 429])
    ),
    headers=st.lists(st.builds(HeaderSpec, name=names, value=st.one_of(st.none(), texts)), max_size=5).map(tuple),
    cookies=st.lists(st.builds(CookieSpec, name=st.text(max_size=5), value=contents), max_size=2).map(tuple),
    body=bodies,
    site=sites,
    method=st.sampled_from([None, "GET", "HEAD", "POST", "OPTIONS"]),
    params=st.lists(
        st.builds(ParamSpec, name=st.just("p"), fills=st.sampled_from(["header", "cookie"]), slot=names), max_size=2
    ).map(tuple),
    allowances=st.lists(st.builds(Allowance, code=st.text(max_size=5), because=st.text(max_size=5)), max_size=1).map(
        tuple
    ),
)


@settings(max_examples=examples(400), deadline=None)
@example(spec=response(("Location", "\ud800"), ("Link", "<" * 300), ("Content-Type", '"' * 301), status=303))
@example(spec=ResponseSpec(status=10**30, body=ProblemBody(type="\ud800")))
@given(spec=specs)
def test_nothing_is_too_wrong_to_be_judged(spec: ResponseSpec) -> None:
    """The judge raises for no response, and each finding about fields is one line that a terminal can show."""
    messages = [diagnostic.message for diagnostic in check(spec) if diagnostic.code.startswith(FAMILIES)]
    assert [] == [message for message in messages if not message.isprintable()]


@pytest.mark.parametrize(
    "value",
    [
        "," * 20000,
        '"' * 20001,
        "<" * 20000,
        "a=" * 20000,
        "\\" * 20000,
        "(" * 20000,
        ";a=b" * 10000,
        "a." * 20000,
        "%" * 20000,
    ],
    ids=lambda value: f"{value[:4]} * {len(value)}",
)
@pytest.mark.parametrize(
    "name", ["Link", "Cache-Control", "Content-Type", "Location", "WWW-Authenticate", "Content-Security-Policy"]
)
def test_a_long_value_takes_no_long_time(name: str, value: str) -> None:
    """A value of 20,000 characters is judged at once: no pattern goes back and forth over it."""
    started = time.process_time()
    check(response((name, value), status=303))
    assert time.process_time() - started < 5
