"""Structured field values against the suite of the HTTP working group, and on their own."""

from __future__ import annotations

import base64
import functools
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.reading import read_dictionary, read_item, read_list
from antiphon.headers.values.structured.values import BareItem, Date, DisplayString, InnerList, Item, Member, Token
from antiphon.headers.values.structured.writing import write_bare_item, write_dictionary, write_item, write_list
from tests.support.suites import case_file

CASES = case_file("structured_fields")
READ: dict[str, Callable[[str], Any]] = {"item": read_item, "list": read_list, "dictionary": read_dictionary}
WRITE: dict[str, Callable[[Any], str]] = {"item": write_item, "list": write_list, "dictionary": write_dictionary}

needs_cases = pytest.mark.skipif(CASES is None, reason="the structured field suite is not here")


@functools.cache
def cases(kind: str) -> list[dict[str, Any]]:
    """The cases of one kind."""
    assert CASES is not None
    return [case for case in json.loads(CASES.read_text()) if case["kind"] == kind]


def _bare(value: Any) -> BareItem:
    if isinstance(value, dict):
        makes: dict[str, Callable[[Any], BareItem]] = {
            "binary": base64.b32decode,
            "token": Token,
            "date": Date,
            "displaystring": DisplayString,
        }
        return makes[value["__type"]](value["value"])
    return Decimal(repr(value)) if isinstance(value, float) else value


def _item(value: Any) -> Item:
    return Item(_bare(value[0]), tuple((key, _bare(parameter)) for key, parameter in value[1]))


def _member(value: Any) -> Member:
    if not isinstance(value[0], list):
        return _item(value)
    return InnerList(tuple(map(_item, value[0])), tuple((key, _bare(parameter)) for key, parameter in value[1]))


def _built(kind: str, value: Any) -> Any:
    """The value of a case, as the suite's own JSON says it."""
    if kind == "item":
        return _item(value)
    if kind == "list":
        return tuple(map(_member, value))
    return tuple((key, _member(member)) for key, member in value)


def say_score(suite: str, total: int, wrong: int) -> None:
    """Print the score in the words that tests/suites/score.py collects."""
    print(f"{suite}: {total - wrong} of {total} as the suite says, 0 otherwise for a reason")


@needs_cases
@pytest.mark.parametrize("kind", READ)
def test_reading_passes_the_suite(kind: str) -> None:
    """Every text of the suite is read as it says and written canonically, or refused where it says so."""
    wrong = []
    for case in cases(f"sf-parse-{kind}"):
        expected = case["expected"]
        try:
            value = READ[kind](", ".join(case["input"]))
        except FieldError:
            if not (expected.get("must_fail") or expected.get("can_fail")):
                wrong.append(case["id"])
            continue
        if (
            expected.get("must_fail")
            or value != _built(kind, expected["value"])
            or WRITE[kind](value) != ", ".join(expected["canonical"])
        ):
            wrong.append(case["id"])

    say_score(f"RFC 9651, reading, {kind}", len(cases(f"sf-parse-{kind}")), len(wrong))
    assert wrong == []


@needs_cases
@pytest.mark.parametrize("kind", WRITE)
def test_writing_passes_the_suite(kind: str) -> None:
    """Every value of the suite is written as it says, or refused where it says so."""
    wrong = []
    for case in cases(f"sf-serialise-{kind}"):
        expected = case["expected"]
        try:
            written = WRITE[kind](_built(kind, expected["value"] if "value" in expected else case["input"]))
        except FieldError:
            written = None
        if written != (None if expected.get("must_fail") else ", ".join(expected["canonical"])):
            wrong.append(case["id"])

    say_score(f"RFC 9651, writing, {kind}", len(cases(f"sf-serialise-{kind}")), len(wrong))
    assert wrong == []


bare_items: st.SearchStrategy[BareItem] = st.one_of(
    st.booleans(),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.integers(-(10**15) + 1, 10**15 - 1).map(lambda thousandths: Decimal(thousandths).scaleb(-3)),
    st.integers(-(10**15) + 1, 10**15 - 1).map(Date),
    st.text("".join(map(chr, range(0x20, 0x7F)))),
    st.from_regex(r"[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*", fullmatch=True).map(Token),
    st.binary(),
    st.text(st.characters(exclude_categories=["Cs"])).map(DisplayString),
)


@settings(deadline=None)
@given(value=bare_items)
def test_a_bare_item_comes_back(value: BareItem) -> None:
    """A written value is read as an equal value of the same type."""
    read = read_item(write_bare_item(value)).value

    assert (type(value), value) == (type(read), read)


@settings(deadline=None)
@given(text=st.text() | st.text('"\\()=;,?@:%*- \ta0.'))
@pytest.mark.parametrize("kind", READ)
def test_any_text_is_read_or_refused(kind: str, text: str) -> None:
    """Reading raises nothing but FieldError, and what it reads is written to text that reads the same."""
    try:
        value = READ[kind](text)
    except FieldError:
        return

    assert value == READ[kind](WRITE[kind](value))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (10**15, "at most 15 digits"),
        (Decimal("NaN"), "NaN is not a decimal"),
        (Decimal(10**12), "is not a decimal"),
        (Decimal("999999999999.9996"), "is not a decimal"),
        (Token("a b"), "'a b' is not a token"),
        ("\u00e9", "is not printable ASCII"),
        (DisplayString("\ud800"), "holds a lone surrogate"),
        (1.5, "a float is not a structured value"),
    ],
)
def test_what_cannot_be_said_is_refused(value: Any, words: str) -> None:
    """A value outside its type's range is refused in words."""
    with pytest.raises(FieldError, match=words):
        write_bare_item(value)


def test_a_key_is_in_lower_case() -> None:
    """A key that is none is refused when it is written."""
    with pytest.raises(FieldError, match="'Key' is not a key"):
        write_dictionary((("Key", Item(1)),))
