"""What is set on a response after it was called, and before all of it is sent, counts as it does in Python."""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec
import pytest
from starlette.background import BackgroundTask

from antiphon import Reply, respond
from antiphon.responses import JSONResponse

HTTP: Any = {"type": "http"}
compiled: Any = respond(200).json(dict[str, int]).compile()


class User(msgspec.Struct):
    id: int


class Found(Reply[User]):
    """A declared reply."""


every_kind = pytest.mark.parametrize(
    "make",
    [lambda: compiled({"n": 1}), lambda: Found(User(1)), lambda: JSONResponse({"n": 1})],
    ids=["compiled", "reply", "drop-in"],
)


def stage(message: Any) -> str:
    """`start` or `body`."""
    kind: str = message["type"].rpartition(".")[2]
    return kind


@every_kind
def test_each_message_has_what_is_set_when_it_is_sent(make: Any) -> None:
    """Status and lines are read for the first message, content for the second."""
    response, sent = make(), []

    async def send(message: Any) -> None:
        sent.append(message)
        response.status_code, response.body = 500, b"late"

    exchange = response(HTTP, None, send)
    response.status_code, response.body = 202, b"early"
    asyncio.run(exchange)

    assert (202, b"late") == (sent[0]["status"], sent[1]["body"])


@every_kind
@pytest.mark.parametrize("when", ["called", "start", "body"])
def test_background_work_that_is_set_late_runs(make: Any, when: str) -> None:
    """By middleware, as an example, once the response was called, or within either of its messages."""
    response, ran = make(), []
    work = BackgroundTask(lambda: ran.append(when))

    async def send(message: Any) -> None:
        if stage(message) == when:
            response.background = work

    exchange = response(HTTP, None, send)
    if when == "called":
        response.background = work
    asyncio.run(exchange)

    assert [when] == ran


@every_kind
def test_what_middleware_does_to_a_message_stays_there(make: Any) -> None:
    """But for the list of lines, which is the response's own, as with Starlette."""
    response = make()

    async def send(message: Any) -> None:
        message["type"] = message["status"] = message["body"] = None
        message.clear()

    asyncio.run(response(HTTP, None, send))

    assert response.status_code == 200
    assert response.body
