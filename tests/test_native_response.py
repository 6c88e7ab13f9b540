"""Responses by the extension are objects like any others: what is set, or deleted, is sent as Python sends it."""

from __future__ import annotations

import asyncio
import functools
from typing import Any

import pytest
from starlette.background import BackgroundTask

from antiphon import responses
from tests.exchange import sent_by
from tests.native_kinds import KINDS, LAYOUT, every_kind
from tests.native_senders import Coroutines
from tests.native_twins import needs_extension

pytestmark = needs_extension


def by_python(response: Any, scope: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """What the `__call__` in Python sends."""
    call = type(response).__call__
    return sent_by(lambda *arguments: call(response, *arguments), scope)


@pytest.mark.parametrize(("make", "of"), KINDS.values(), ids=list(KINDS))
def test_it_is_a_real_subclass(make: Any, of: type) -> None:
    """Of Starlette's class, which FastAPI asks for, and of antiphon's."""
    response = make()

    assert isinstance(response, of)
    assert isinstance(response, getattr(responses, of.__name__))
    assert hash(response) == object.__hash__(response)
    assert response == response  # noqa: PLR0124 - that is the promise
    assert response != make()


@every_kind
def test_what_is_set_is_sent(make: Any) -> None:
    """Status, content, field lines and cookies that are set after the fact, by the quick way as by Python's."""
    response = make()
    response.status_code = 418
    response.body = b"tea"
    response.headers["X-Pot"] = "1"
    response.set_cookie("a", "b")
    response.raw_headers.append((b"x-end", b"2"))
    response.media_type, response.own = "text/tea", [1]

    start, body = sent_by(response)

    assert [start, body] == by_python(response)
    assert (418, b"tea") == (start["status"], body["body"])
    assert {b"x-pot", b"set-cookie", b"x-end"} <= {name for name, _ in start["headers"]}
    assert ("text/tea", [1]) == (response.media_type, response.own)


@every_kind
def test_background_work_runs(make: Any) -> None:
    """After both messages."""
    response, ran = make(), []
    response.background = BackgroundTask(lambda: ran.append("work"))

    assert len(sent_by(response)) == 2
    assert ["work"] == ran


@every_kind
def test_a_web_socket_is_denied(make: Any) -> None:
    """With the messages of the extension for that."""
    scope = {"type": "websocket", "extensions": {"websocket.http.response": {}}}

    assert ["websocket.http.response.start", "websocket.http.response.body"] == [
        message["type"] for message in sent_by(make(), scope)
    ]


@every_kind
@pytest.mark.parametrize("scope", [{}, {"type": "lifespan"}, {"type": 1}, {"type": "http", "x": 1}], ids=str)
def test_any_scope_is_taken_as_python_takes_it(make: Any, scope: dict[str, Any]) -> None:
    """What has no type is refused; what has another is answered."""
    outcomes: list[object] = []
    response = make()
    for call in (response, functools.partial(type(response).__call__, response)):
        senders = Coroutines()
        try:
            asyncio.run(call(scope, None, senders.at_once))
        except KeyError as error:
            outcomes.append(repr(error))
        outcomes.append(senders.log)

    assert outcomes[: len(outcomes) // 2] == outcomes[len(outcomes) // 2 :]


@every_kind
@pytest.mark.parametrize("name", LAYOUT)
def test_what_was_deleted_is_missed_in_pythons_words(make: Any, name: str) -> None:
    """When it is sent; what a class has by itself takes its place."""
    response = make()
    delattr(response, name)
    outcomes: list[object] = []
    for send in (sent_by, by_python):
        try:
            outcomes.append(send(response))
        except AttributeError as error:
            outcomes.append(str(error))

    assert outcomes[0] == outcomes[1]
