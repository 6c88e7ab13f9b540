"""Problem details: their media type, the status that is filled in, and members of one's own."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import msgspec
import pytest

from antiphon import ParamError, Problem, Reply, ResponseSpec, SpecError, check, respond, unauthorized
from antiphon.compiler.compiler import compile_spec


class Invalid(Problem):
    """As the docstring of Problem advises."""

    errors: list[str] = []  # noqa: RUF012 - a Struct copies an empty default


class Broke(Problem):
    balance: int


class Taken(Reply[Problem], status=409): ...


class Rejected(Reply[Invalid], status=422): ...


PROBLEM = "application/problem+json"


def sent(response: Any) -> tuple[str, Any]:
    """The media type, and the members."""
    return response.headers["content-type"], msgspec.json.decode(response.body)


def test_a_problem_has_its_media_type_and_the_status_of_its_response() -> None:
    """In the builder, in a class and for a subclass; a fixed problem says the same."""
    assert sent(respond(409).json(Problem).compile()(Problem(title="t"))) == (PROBLEM, {"title": "t", "status": 409})
    assert sent(Taken(Problem(title="t"))) == (PROBLEM, {"title": "t", "status": 409})
    assert sent(Rejected(Invalid(errors=["a"]))) == (PROBLEM, {"errors": ["a"], "status": 422})
    assert sent(respond(402).json(Broke).compile()(Broke(balance=3))) == (PROBLEM, {"status": 402, "balance": 3})
    assert sent(unauthorized(Problem, www_authenticate="Bearer").compile()(Problem())) == (PROBLEM, {"status": 401})
    assert Taken.media_type == PROBLEM
    assert Taken.spec == respond(409).json(Problem).spec()
    assert sent(respond(409).problem(title="t").compile()()) == (PROBLEM, {"title": "t", "status": 409})


def test_a_media_type_that_is_given_is_kept() -> None:
    """The usual one is a default."""

    class Plain(Reply[Problem], media_type="application/json"): ...

    assert sent(Plain(Problem()))[0] == "application/json"
    assert sent(respond(409).json(Problem, media_type="application/vnd.x+json").compile()(Problem()))[0] == (
        "application/vnd.x+json"
    )


def test_the_value_stays_as_it_was_given() -> None:
    """The status is filled into a copy; a subclass shows what is declared and nothing more."""
    given = Invalid(title="t", errors=["a"])
    reply = Taken(given)

    assert given.status is None
    assert reply.content is given
    assert sent(reply)[1] == {"title": "t", "status": 409}


@pytest.mark.parametrize("make", [Taken, respond(409).json(Problem).compile()])
def test_another_status_is_refused(make: Any) -> None:
    """RFC 9457 section 3.1.3: the member is the status of the response."""
    with pytest.raises(ParamError, match="says the status 500 in a response with the status 409"):
        make(Problem(status=500))
    assert sent(make(Problem(status=409)))[1] == {"status": 409}


def test_content_of_another_type_is_refused() -> None:
    """As for any other model."""
    make: Any = Taken
    for value in ({"title": "t"}, "t", None):
        with pytest.raises(ParamError):
            make(value)


def test_validation_sees_the_filled_in_value() -> None:
    """`validate="always"` works for problems, too."""
    made: Any = respond(409).json(Problem, validate="always").compile()

    assert sent(made(Problem(title="t")))[1] == {"title": "t", "status": 409}
    with pytest.raises(ParamError):
        made(Problem(title=3))  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - wrong on purpose


def test_members_of_a_subclass_are_keywords() -> None:
    """A required member may follow the optional ones; values are frozen, copied and pickled."""
    broke: Any = Broke
    with pytest.raises(TypeError):
        broke(3)
    with pytest.raises(TypeError):
        broke()
    with pytest.raises(AttributeError):
        broke(balance=3).balance = 4
    assert Invalid().errors == []
    assert pickle.loads(pickle.dumps(Broke(balance=3))) == copy.copy(Broke(balance=3)) == Broke(balance=3)


def test_extensions_of_a_fixed_problem() -> None:
    """Members of its own kind are beside the others, in the description and in its JSON."""
    draft = respond(402).problem(title="No credit", extensions={"balance": 30, "accounts": ["/a"]})
    spec = draft.spec()
    read = ResponseSpec.model_validate_json(spec.model_dump_json())
    made: Any = compile_spec(read)

    assert sent(draft.compile()()) == (
        PROBLEM,
        {"title": "No credit", "status": 402, "balance": 30, "accounts": ["/a"]},
    )
    assert (spec, ()) == (read, check(spec))
    assert made().body == draft.compile()().body
    assert b'"balance":1' in respond(401).problem(extensions={"balance": 1}).www_authenticate("Bearer").compile()().body


@pytest.mark.parametrize(
    ("extensions", "what"),
    [
        ({"status": 500}, "'status' is a member of every problem"),
        ([("a", 1)], "not a mapping"),
        ({1: 2}, "not a mapping"),
    ],
)
def test_extensions_that_are_none_are_refused(extensions: Any, what: str) -> None:
    """At the line of the step."""
    with pytest.raises(SpecError, match=what):
        respond(402).problem(extensions=extensions)
    with pytest.raises(ParamError):
        respond(402).problem(extensions={"a": object()})
    with pytest.raises(ValueError, match="JSON object"):
        ResponseSpec.model_validate({"status": 400, "body": {"kind": "problem", "extensions": "[1]"}})
