"""Lists of entity tags, right and wrong, and the two comparisons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.http.parsing.entity_tags import entity_tags, same_strongly, same_weakly
from tests.support.growth import is_linear

TAGS = st.builds(
    "".join, st.tuples(st.sampled_from(["", "W/"]), st.just('"'), st.text("ab,\\ \xe9!#*/W;'"), st.just('"'))
)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ('"xyzzy"', ['"xyzzy"']),
        ('"xyzzy", "r2d2xxxx", "c3piozzzz"', ['"xyzzy"', '"r2d2xxxx"', '"c3piozzzz"']),
        ('W/"xyzzy",W/"r2d2xxxx"\t , ""', ['W/"xyzzy"', 'W/"r2d2xxxx"', '""']),
        ("*", ["*"]),
        (' , ,"a",, ', ['"a"']),
        ('"a,b", "c\\", "d"', ['"a,b"', '"c\\"', '"d"']),
        ("", []),
        ("abcdef", []),
        ('w/"a"', []),
        ('W"a"', []),
        ('W\\"a"', []),
        ('W/ "a"', []),
        ('"a" "b"', []),
        ('"a""b", "c"', ['"c"']),
        ('a"b", "c"', ['"c"']),
        ('"""', []),
        ('"a', []),
        ('"a", "b', ['"a"']),
        ("**", []),
    ],
)
def test_members(text: str, tags: list[str]) -> None:
    """Text that is not an entity tag is left out, and takes nothing else with it."""
    assert tags == entity_tags(text)


@given(st.lists(TAGS))
def test_every_list_is_read_back(tags: list[str]) -> None:
    """Commas, backslashes and other letters belong to the tag."""
    assert tags == entity_tags(", ".join(tags)) == entity_tags(",".join(tags))


@given(st.text('W/"*, ab'))
def test_any_text_is_read(text: str) -> None:
    """Each member is an entity tag or `*`, and is in the text."""
    for tag in entity_tags(text):
        assert tag in text
        assert tag == "*" or (tag.count('"') == 2 and tag.startswith(('"', 'W/"')))


@pytest.mark.parametrize(
    ("one", "other", "strongly", "weakly"),
    [
        ('W/"1"', 'W/"1"', False, True),
        ('W/"1"', 'W/"2"', False, False),
        ('W/"1"', '"1"', False, True),
        ('"1"', '"1"', True, True),
    ],
)
def test_the_table_of_the_section(one: str, other: str, strongly: bool, weakly: bool) -> None:
    """The examples of section 8.8.3.2, in both directions."""
    for left, right in ((one, other), (other, one)):
        assert strongly == same_strongly(left, right)
        assert weakly == same_weakly(left, right)


def test_reading_takes_linear_time() -> None:
    """However the quotes lie."""
    for piece in ('"', 'W/"a" ', '"a",', " \t", 'a"b'):
        assert is_linear(lambda: entity_tags(piece * 4_000), lambda: entity_tags(piece * 32_000)), piece  # noqa: B023
