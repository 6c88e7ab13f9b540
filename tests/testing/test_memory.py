"""A strict application keeps no more of a stream than its `body_limit`, however long it is."""

from __future__ import annotations

import asyncio
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from antiphon.testing import JudgedResponse, StrictASGI, StrictWSGI

MIB = 1 << 20
PIECES = 300
#: A stream of 300 MiB, with a fault in its fields: it is judged at the end, and its content is not.
FIELDS = [("content-type", "text/plain; charset=utf-8"), ("set-cookie", "a=b; SameSite=None")]


def _asgi(found: list[JudgedResponse]) -> int:
    sent = 0

    async def app(_scope: Any, _receive: Any, send: Any) -> None:
        headers = [(name.encode(), value.encode()) for name, value in FIELDS]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        for number in range(PIECES):
            await send({"type": "http.response.body", "body": bytes(MIB), "more_body": number < PIECES - 1})

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        nonlocal sent
        sent += len(message.get("body", b""))

    scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
    asyncio.run(StrictASGI(app, on_finding=found.append)(scope, receive, send))
    return sent


def _wsgi(found: list[JudgedResponse]) -> int:
    def app(_environ: Any, start_response: Any) -> Iterator[bytes]:
        start_response("200 OK", list(FIELDS))
        return (bytes(MIB) for _ in range(PIECES))

    pieces: Any = StrictWSGI(app, on_finding=found.append)({"REQUEST_METHOD": "GET", "PATH_INFO": "/"}, lambda *_: None)
    return sum(map(len, pieces))


@pytest.mark.parametrize("stream", [_asgi, _wsgi])
def test_memory_is_flat_for_a_stream_of_300_mib(stream: Callable[[list[JudgedResponse]], int]) -> None:
    """The content that is kept, twice while it grows, and a few pieces on their way."""
    stream([])  # loads the judge
    found: list[JudgedResponse] = []
    tracemalloc.start()
    try:
        sent = stream(found)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert PIECES * MIB == sent
    assert ["CK052"] == [one.code for response in found for one in response.findings]
    assert peak < 6 * MIB
