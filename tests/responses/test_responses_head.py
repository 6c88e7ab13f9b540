"""Answers to HEAD: the header of a stream, and nothing of its content."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from starlette.background import BackgroundTask
from starlette.requests import ClientDisconnect

from antiphon.responses import StreamingResponse
from antiphon.responses.starlette_classes import Send
from tests.support.exchange import sent_by

HEAD = {"method": "HEAD"}


class Watched:
    """Pieces, and how many of them were made."""

    def __init__(self) -> None:
        self.made = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for _ in range(3):
            self.made += 1
            yield b"x"


@pytest.mark.parametrize("version", ["2.0", "2.3", "2.4"])
def test_nothing_of_a_stream_is_made_for_head(version: str) -> None:
    """Its header is sent as it would be for GET, and background work runs."""
    pieces, done = Watched(), list[int]()
    response = StreamingResponse(pieces, headers={"content-length": "3"}, background=BackgroundTask(done.append, 1))

    messages = sent_by(response, {**HEAD, "asgi": {"spec_version": version}})

    assert [200, None] == [message.get("status") for message in messages]
    assert (b"content-length", b"3") in messages[0]["headers"]
    assert {"type": "http.response.body", "body": b"", "more_body": False} == messages[1]
    assert (0, [1]) == (pieces.made, done)


def test_a_stream_is_made_for_get() -> None:
    """All of it."""
    pieces = Watched()
    sent_by(StreamingResponse(pieces))
    assert 3 == pieces.made


class Own(StreamingResponse):
    """A stream that sends in its own way."""

    async def stream_response(self, send: Send) -> None:
        """One message that says so."""
        await send({"type": "http.response.start", "status": 299, "headers": []})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def test_an_override_sends_for_head_too() -> None:
    """A subclass may do anything in `stream_response`."""
    assert 299 == sent_by(Own([b"x"]), HEAD)[0]["status"]


@pytest.mark.parametrize(("policy", "expected"), [("always", [1]), ("on_success", [])])
def test_a_client_that_left_is_told(policy: Any, expected: list[int]) -> None:
    """As with GET: ClientDisconnect, and background work by the policy."""
    done: list[int] = []
    response = StreamingResponse(Watched(), background=BackgroundTask(done.append, 1))
    response.background_policy = policy

    async def exchange() -> None:
        async def receive() -> Any:
            await asyncio.sleep(3600)

        async def send(_message: Any) -> None:
            raise OSError

        await response({"type": "http", "asgi": {"spec_version": "2.4"}, **HEAD}, receive, send)

    with pytest.raises(ClientDisconnect):
        asyncio.run(exchange())
    assert expected == done
