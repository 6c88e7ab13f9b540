"""A compiled response sends what it was declared to send, and what it was changed to where it was changed."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from antiphon import ParamError, respond
from antiphon.responses import JSONResponse, Response
from tests.support.exchange import sent_by

made: Any = respond(200).json(dict[str, int]).compile()
empty: Any = respond(204).compile()
fixed: Any = respond(404).problem(title="gone").compile()

RESPONSES: dict[str, tuple[Callable[[], Any], int, bytes]] = {
    "content": (lambda: made({"n": 1}), 200, b'{"n":1}'),
    "empty": (empty, 204, b""),
    "fixed": (fixed, 404, b'{"title":"gone","status":404}'),
}


async def nothing() -> None:
    """Work that leaves nothing behind."""


@pytest.mark.parametrize("name", RESPONSES)
def test_what_is_declared_is_read_and_sent(name: str) -> None:
    """The status, no work and the octets, by name and in the messages."""
    make, status, body = RESPONSES[name]
    response = make()

    assert (response.status_code, response.background, response.body) == (status, None, body)
    start, end = sent_by(response)
    assert (start["status"], end) == (status, {"type": "http.response.body", "body": body})


@pytest.mark.parametrize("name", RESPONSES)
def test_what_is_changed_is_sent(name: str) -> None:
    """A status, octets and work that are set count, those of other responses stay."""
    make, status, _ = RESPONSES[name]
    done: list[str] = []

    async def work() -> None:
        done.append("work")

    response = make()
    response.status_code, response.body, response.background = 299, b"other", work
    start, end = sent_by(response)

    assert (start["status"], end["body"], done) == (299, b"other", ["work"])
    assert (response.status_code, response.body, response.background) == (299, b"other", work)
    assert make().status_code == status
    assert make().background is None


def test_a_changed_response_is_checked_when_it_is_sent() -> None:
    """A status without content, content where the status has none, and what is no status."""
    without, with_octets, no_status = made({}), empty(), made({})
    without.status_code, with_octets.body, no_status.status_code = 204, b"x", 99

    for response in (without, with_octets, no_status):
        with pytest.raises(ParamError):
            sent_by(response)


@pytest.mark.parametrize("name", RESPONSES)
def test_every_attribute_is_found(name: str) -> None:
    """By vars and dir, in copies and pickles, and on the instance once one was set or deleted."""
    make, status, body = RESPONSES[name]
    names = {"status_code", "background", "body", "raw_headers"}

    assert names <= set(dir(make()))
    assert (vars(make())["status_code"], vars(make()).get("background", 0), vars(make())["body"]) == (
        status,
        None,
        body,
    )
    assert names <= make().__getstate__().keys()
    for again in (copy.copy(make()), copy.deepcopy(make()), pickle.loads(pickle.dumps(make()))):
        assert (again.status_code, again.background, again.body) == (status, None, body)
        assert sent_by(again) == sent_by(make())
    response = make()
    del response.background
    assert response.background is None
    assert "background" not in vars(response)


def test_setting_what_is_there_changes_nothing() -> None:
    """FastAPI sets the work of every response, mostly to None."""
    response = empty()
    kind = type(response)
    response.background = None
    response.status_code = 204

    assert type(response) is kind
    response.background = nothing
    assert type(response) is not kind
    assert type(response).__name__ == kind.__name__


def test_it_is_of_the_concrete_class() -> None:
    """Before and after a change, and its repr has the status of either."""
    response = made({})

    assert isinstance(response, JSONResponse)
    assert repr(response) == "<JSONResponse 200>"
    response.status_code = 203
    assert isinstance(response, JSONResponse)
    assert repr(response) == "<JSONResponse 203>"
    assert isinstance(empty(), Response)


def test_a_websocket_is_denied_by_its_own_messages() -> None:
    """Where the server offers a denial response, and where it does not."""
    offered = {"type": "websocket", "extensions": {"websocket.http.response": {}}}

    for response in (made({}), empty(), fixed()):
        assert [message["type"] for message in sent_by(response, offered)] == [
            "websocket.http.response.start",
            "websocket.http.response.body",
        ]


def test_code_meets_responses_of_one_class() -> None:
    """CPython specialises code for the classes that it meets, so those of two statuses share none; two of one do."""
    declared: list[Any] = [respond(status).json(dict[str, int]).compile() for status in (200, 200, 409)]
    calls: list[Any] = [type(compiled({})).__call__ for compiled in declared]

    for ok, other_ok, conflict in (declared, calls):
        assert ok.__code__ is other_ok.__code__
        assert ok.__code__ is not conflict.__code__
        assert ok.__code__ == conflict.__code__
