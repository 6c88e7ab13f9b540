"""Problem types: one class is a URI, a title, a status and members."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import ProblemReply, RetryAfter, SpecError, header, problem_types
from antiphon.interpreters.problem_pages import problem_list, problem_page
from antiphon.openapi import describe
from antiphon.reply.filled import filled

BASE = "https://shop.example/problems/"


class ShopProblem(ProblemReply, cache_control="no-store"):
    """The base of the shop's problems."""

    trace_id: str | None = None


class OutOfStock(ShopProblem, type=BASE + "out-of-stock", title="Out of stock", status=409):
    """The article cannot be delivered."""

    article: str
    others: list[str] = []  # noqa: RUF012 - each problem gets a list of its own
    expected: bool = False


class TooManyOrders(ShopProblem, type=BASE + "too-many-orders", status=429):
    retry_after: RetryAfter = header()


def test_it_is_raised_with_its_members() -> None:
    """Type, title, status and defaults that clients read are sent always; what is None is left out."""
    with pytest.raises(OutOfStock) as caught:
        raise OutOfStock(article="a1", detail="The last one was sold")
    problem = caught.value
    assert json.loads(bytes(problem.body)) == {
        "type": BASE + "out-of-stock",
        "title": "Out of stock",
        "status": 409,
        "detail": "The last one was sold",
        "article": "a1",
        "others": [],
        "expected": False,
    }
    assert (problem.status_code, problem.media_type, problem.article, problem.trace_id) == (
        409,
        "application/problem+json",
        "a1",
        None,
    )
    assert (b"cache-control", b"no-store") in problem.raw_headers


def test_params_are_params_still() -> None:
    """A specifier says that it is a field, and the title comes from the name."""
    problem = TooManyOrders(retry_after=RetryAfter(5))
    assert (b"retry-after", b"5") in problem.raw_headers
    assert json.loads(bytes(problem.body)) == {
        "type": BASE + "too-many-orders",
        "title": "Too many orders",
        "status": 429,
    }


@pytest.mark.parametrize("arguments", [{}, {"article": "a1", "colour": "red"}])
def test_wrong_members_are_type_errors(arguments: dict[str, Any]) -> None:
    """As for any Python function."""
    with pytest.raises(TypeError, match=r"article|colour"):
        OutOfStock(**arguments)


def test_a_copy_has_members_and_content() -> None:
    """For tasks and for logs."""
    problem = copy.deepcopy(OutOfStock(article="a1", others=["b"]))
    assert (problem.article, problem.others, json.loads(bytes(problem.body))["article"]) == ("a1", ["b"], "a1")


def _refused(statement: str) -> str:
    names = {"ProblemReply": ProblemReply, "OutOfStock": OutOfStock, "BASE": BASE, "header": header}
    with pytest.raises(SpecError) as caught:
        exec(statement, names)
    return str(caught.value)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("class Other(ProblemReply, type=BASE + 'out-of-stock', status=410): ...", "is the type of OutOfStock"),
        ("class Other(ProblemReply, type='out-of-stock', status=410): ...", "not an absolute URI"),
        ("class Other(ProblemReply, type='https://shop.example/a b', status=410): ...", "not an absolute URI"),
        ("class Other(ProblemReply, type='https://x.example/1', status=410):\n  title: str", "which every problem has"),
        ("class Other(ProblemReply, type='https://x.example/2', status=410):\n  body: str", "has a 'body' already"),
    ],
)
def test_a_type_that_is_not_its_own_is_refused(statement: str, said: str) -> None:
    """Where the class is declared."""
    assert said in _refused(statement)


def test_the_document_has_constants() -> None:
    """Clients see which URI and title belong to the schema."""
    said = describe(OutOfStock)
    members = said["components"]["schemas"]["OutOfStock"]["properties"]
    assert members["type"]["const"] == BASE + "out-of-stock"
    assert members["title"]["const"] == "Out of stock"
    assert {"article", "trace_id", "others", "detail", "instance"} <= set(members)


def test_the_page_has_every_type() -> None:
    """In the order of the URIs, in Markdown and as JSON."""
    own = [one for one in problem_types() if one.__module__ == __name__]
    assert own == [OutOfStock, TooManyOrders]
    page = problem_page(own, title="Problems of the shop")
    assert page.startswith("# Problems of the shop\n\n## Out of stock\n\n`https://shop.example/problems/out-of-stock`")
    assert "sent with 429 Too Many Requests" in page
    assert problem_list(own)[0] == {
        "type": BASE + "out-of-stock",
        "title": "Out of stock",
        "status": 409,
        "description": "The article cannot be delivered.",
        "members": ["trace_id", "article", "others", "expected"],
    }


_VALUES = st.dictionaries(
    st.sampled_from(["instance", "trace_id", "article", "unknown"]), st.none() | st.text(), max_size=4
)


@given(_VALUES, st.none() | st.text())
def test_filling_adds_what_is_missing_and_changes_nothing_else(values: dict[str, Any], given_trace: str | None) -> None:
    """A given member stays, one that is not declared is left out, and the length is that of the content."""
    try:
        problem = OutOfStock(article="a1", trace_id=given_trace)
    except ValueError:
        return  # a lone surrogate
    before = bytes(problem.body)
    try:
        full = filled(problem, values)
    except ValueError:
        return
    said = json.loads(bytes(full.body))
    assert said["article"] == "a1"
    assert said.get("trace_id") == (given_trace if given_trace is not None else values.get("trace_id"))
    assert said.get("instance") == values.get("instance")
    assert "unknown" not in said
    assert (b"content-length", b"%d" % len(full.body)) in full.raw_headers
    assert bytes(problem.body) == before


def test_no_message_has_python_names_of_ours() -> None:
    """The refusal is about the user's class."""
    assert not re.search(r"_begin|_members|ReplyRoot", _refused("class B(ProblemReply, type='b', status=410): ..."))


def test_a_type_without_a_status_is_refused_at_its_statement() -> None:
    """Nothing else says what is sent; a base needs none, for each of its types has its own."""
    with pytest.raises(SpecError, match="_Silent does not say its status") as caught:

        class _Silent(ShopProblem, type=BASE + "silent"): ...

    assert [found.help for found in caught.value.diagnostics] == ["write `class _Silent(..., status=409)`"]
    assert not [one for one in problem_types() if one.type_uri == BASE + "silent"]
