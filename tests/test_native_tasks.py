"""Event loops take what the extension gives for a coroutine: as a task, in groups, cancelled, in its context."""

from __future__ import annotations

import asyncio
import contextvars
import traceback
from collections.abc import Awaitable, Callable
from typing import Any, cast

import anyio
import anyio.lowlevel
import pytest

from antiphon import respond
from antiphon.responses import JSONResponse
from tests.native_twins import needs_extension

pytestmark = needs_extension

Send = Callable[[Any], Awaitable[None]]
Begin = Callable[[Send], Any]
HTTP: Any = {"type": "http"}
compiled: Any = respond(200).json(dict[str, int]).compile()
WAYS: dict[str, Begin] = {
    "send": lambda send: compiled.send(send, {"n": 1}),
    "object": lambda send: compiled({"n": 1})(HTTP, None, send),
    "drop-in": lambda send: cast("Any", JSONResponse({"n": 1}))(HTTP, None, send),
}
every_way = pytest.mark.parametrize("begin", WAYS.values(), ids=list(WAYS))
BOTH = ["http.response.start", "http.response.body"]


class Client:
    """Takes messages with a wait for each, and remembers their types."""

    def __init__(self, *, waits_at: str = "", failure: BaseException | None = None) -> None:
        self.seen: list[str] = []
        self.reached = asyncio.Event()
        self.cleaned_up = False
        self.waits_at, self.failure = waits_at, failure

    async def send(self, message: Any) -> None:
        await asyncio.sleep(0)
        self.seen.append(message["type"])
        if message["type"] == self.waits_at:
            self.reached.set()
            try:
                await asyncio.sleep(3600)
            finally:
                self.cleaned_up = True
        if self.failure is not None:
            raise self.failure


@every_way
def test_it_is_awaited_run_and_made_a_task(begin: Begin) -> None:
    """By `await`, asyncio.run, create_task, gather, a TaskGroup, wait_for and shield."""
    clients = [Client() for _ in range(7)]

    async def exchange() -> None:
        sends = [begin(client.send) for client in clients[1:]]
        await sends[0]
        await asyncio.create_task(sends[1])
        await asyncio.gather(sends[2])
        async with asyncio.TaskGroup() as group:
            group.create_task(sends[3])
        await asyncio.wait_for(sends[4], timeout=60)
        await asyncio.shield(sends[5])

    asyncio.run(begin(clients[0].send))
    asyncio.run(exchange(), debug=True)

    assert [BOTH] * 7 == [client.seen for client in clients]


@every_way
@pytest.mark.parametrize("stage", BOTH)
def test_it_is_cancelled_within_either_message(begin: Begin, stage: str) -> None:
    """What `send` does in its `finally` is done, and nothing is sent after it."""
    client = Client(waits_at=stage)

    async def exchange() -> None:
        task = asyncio.create_task(begin(client.send))
        await client.reached.wait()
        task.cancel("enough")
        with pytest.raises(asyncio.CancelledError, match="enough"):
            await task
        assert task.cancelled()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(begin(Client(waits_at=stage).send), timeout=0.001)

    asyncio.run(exchange())

    assert (client.seen, client.cleaned_up) == (BOTH[: BOTH.index(stage) + 1], True)


@every_way
def test_a_cancellation_that_is_swallowed_lets_it_go_on(begin: Begin) -> None:
    """As of a server that gives up on one write and not on the response."""
    seen: list[str] = []

    async def send(message: Any) -> None:
        seen.append(message["type"])
        try:
            await asyncio.sleep(3600 if message["type"] == BOTH[0] else 0)
        except asyncio.CancelledError:
            seen.append("swallowed")

    async def exchange() -> None:
        task = asyncio.create_task(begin(send))
        await asyncio.sleep(0)
        task.cancel()
        await task

    asyncio.run(exchange())

    assert [BOTH[0], "swallowed", BOTH[1]] == seen


@every_way
def test_what_send_raises_arrives_with_its_traceback(begin: Begin) -> None:
    """The last frame is the one that raised."""
    failure = OSError("gone")

    with pytest.raises(OSError, match="gone") as caught:
        asyncio.run(begin(Client(failure=failure).send))

    assert caught.value is failure
    assert [frame.name for frame in traceback.extract_tb(failure.__traceback__)][-1] == "send"


@every_way
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_anyio_and_trio_take_it(begin: Begin, backend: str) -> None:
    """Started soon in a group of tasks; and left by a scope that is cancelled."""
    pytest.importorskip(backend, reason=f"{backend} is not installed")
    seen: list[str] = []

    async def send(message: Any) -> None:
        await anyio.lowlevel.checkpoint()
        seen.append(message["type"])

    async def stuck(message: Any) -> None:
        seen.append("stuck")
        await anyio.sleep_forever()

    async def exchange() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(begin, send)
        async with anyio.create_task_group() as group:
            group.start_soon(begin, stuck)
            await anyio.wait_all_tasks_blocked()
            group.cancel_scope.cancel()
        with anyio.move_on_after(0.001) as scope:
            await begin(stuck)
        assert scope.cancelled_caught

    anyio.run(exchange, backend=backend)

    assert [*BOTH, "stuck", "stuck"] == seen


@every_way
def test_it_keeps_to_the_context_of_its_task(begin: Begin) -> None:
    """Context variables are those of whoever awaits it."""
    who = contextvars.ContextVar("who", default="nobody")
    seen: list[str] = []

    async def send(message: Any) -> None:
        seen.append(who.get())
        who.set("somebody")

    async def exchange() -> None:
        who.set("the task")
        await begin(send)
        seen.append(who.get())

    asyncio.run(exchange())

    assert ["the task", "somebody", "somebody"] == seen
