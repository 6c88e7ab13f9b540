"""Names that lead to names: each is looked for once, and as far from wherever it is asked for."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.sources.answers import Answers
from antiphon.sources.read import judge_source

CHAIN = [f"n{number} = n{number - 1}" for number in range(1, 41)]


def lines_of(text: str) -> list[int]:
    """The lines with findings."""
    return [one.diagnostic.position.line for one in judge_source(text, "a.py").found if one.diagnostic.position]


@pytest.mark.parametrize(
    ("first", "use"),
    [("n0 = 204", 'Response("a", {name})'), ("n0 = Response", '{name}("a", 204)')],
    ids=["value", "class"],
)
def test_a_name_that_was_met_too_deep_is_known_where_it_is_near(first: str, use: str) -> None:
    """A response with a name that is too far away hides nothing of the others."""
    head = ["from starlette.responses import Response", first, *CHAIN]
    text = "\n".join([*head, *(use.format(name=name) for name in ("n40", "n30", "n15", "n40", "n0"))])

    assert [len(head) + 3, len(head) + 5] == lines_of(text)


def test_names_that_are_bound_twice_take_no_longer() -> None:
    """Otherwise each would double the time."""
    bound = [
        f"n{number} = n{number - 1} if a else n{number - 1}.b\nn{number} = n{number - 1}" for number in range(1, 60)
    ]
    text = "\n".join(["from starlette.responses import Response", "n0 = Response", *bound, 'n59("a", 204)'])
    start = time.process_time()

    judge_source(text, "a.py")

    assert time.process_time() - start < 5


@given(
    st.lists(st.lists(st.integers(0, 9), max_size=3), min_size=10, max_size=10), st.lists(st.integers(0, 9), max_size=8)
)
def test_the_order_of_questions_changes_no_answer(edges: list[list[int]], asked: list[int]) -> None:
    """In a graph without cycles an answer is that of a search which remembers nothing."""
    below = [[to for to in targets if to < number] for number, targets in enumerate(edges)]
    limit = 4
    answers = Answers[int]()

    def plain(number: int, within: int) -> int:
        return -1 if within > limit else max([number % 3, *(plain(to, within + 1) for to in below[number])])

    def remembered(number: int, within: int) -> int:
        if within > limit:
            return answers.cut_short(-1)

        def look() -> int:
            return max([number % 3, *(remembered(to, within + 1) for to in below[number])])

        return answers.of((0, str(number)), within, look, unknown=-1)

    for number in asked:
        # From further above less may be cut short, so that more is known: never less than is found from here.
        assert plain(number, 0) <= remembered(number, 0) <= plain(number, -limit * 3)
