"""Work that ends when the client leaves: under asyncio by itself, elsewhere (trio) by anyio."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeAlias

from antiphon.runtime.transmit.asgi import Receive
from antiphon.runtime.transmit.closing import CLOSE_WITHIN


class Disconnected(OSError):  # noqa: N818 - the program did nothing wrong
    """The client left, and `send` said so."""


#: Returns when the client is gone, or raises.
Watch: TypeAlias = Callable[[], Awaitable[None]]


async def until_disconnect(receive: Receive) -> None:
    """Wait until `receive` says that the client is gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def while_connected(work: Callable[[Callable[[], object]], Awaitable[None]], watches: Sequence[Watch]) -> None:
    """Run the work in this task, and cancel it when one of the watches ends: the client is gone.

    The work is given a function that ends the watches: servers say that a client is gone when a response is over, too.

    Returns when the work has ended, its clean-up included; after a disconnect as after success. Work that goes on for
    CLOSE_WITHIN seconds after it is cancelled is cancelled again. Raises what the work or a watch raises.
    """
    task = _current_task()
    if task is None:
        await _by_anyio(work, watches)
        return
    watching = _Watching(task)
    watchers = [asyncio.ensure_future(watching.until_gone(watch)) for watch in watches]
    cancelling = task.cancelling()

    def finish() -> None:
        for watcher in watchers:
            watcher.cancel()

    try:
        await work(finish)
    except asyncio.CancelledError:
        if not watching.forgive(cancelling):
            raise
    else:
        watching.forgive(cancelling)
    finally:
        finish()
        await _ended(watchers)
    if watching.error is not None:
        raise watching.error


def is_asyncio() -> bool:
    """Whether this runs in an event loop of asyncio, and not in trio's."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _current_task() -> asyncio.Task[Any] | None:
    """The task of asyncio that this is; None in another event loop."""
    return asyncio.current_task() if is_asyncio() else None


async def _ended(watchers: list[asyncio.Task[None]]) -> None:
    """Wait until the watchers, which are cancelled, have ended."""
    while pending := [watcher for watcher in watchers if not watcher.done()]:
        await asyncio.wait(pending)


class _Watching:
    """Cancels a task when the client leaves, and takes the cancellation back when the work has ended."""

    def __init__(self, task: asyncio.Task[Any]) -> None:
        self._task = task
        self._cancelled = 0
        self.error: Exception | None = None

    async def until_gone(self, watch: Watch) -> None:
        try:
            await watch()
        except Exception as error:  # noqa: BLE001 - raised again where the work was
            self.error = error
        while True:
            self._cancelled += 1
            self._task.cancel()
            await asyncio.sleep(CLOSE_WITHIN)

    def forgive(self, before: int) -> bool:
        """Take back the cancellations of this watch. False where there were none, or others too."""
        own = self._cancelled
        for _ in range(own):
            self._task.uncancel()
        return bool(own) and self._task.cancelling() <= before


async def _by_anyio(work: Callable[[Callable[[], object]], Awaitable[None]], watches: Sequence[Watch]) -> None:
    anyio: Any = importlib.import_module("anyio")
    scopes = [anyio.CancelScope() for _ in watches]
    raised: list[BaseException] = []

    async def until_gone(watch: Watch, scope: Any) -> None:
        with scope:
            try:
                await watch()
            except Exception as error:  # noqa: BLE001 - raised again below, without a group around it
                raised.append(error)
            group.cancel_scope.cancel()

    def finish() -> None:
        for scope in scopes:
            scope.cancel()

    async with anyio.create_task_group() as group:
        for watch, scope in zip(watches, scopes, strict=True):
            group.start_soon(until_gone, watch, scope)
        try:
            await work(finish)
        except Exception as error:  # noqa: BLE001 - as above
            raised.append(error)
        group.cancel_scope.cancel()
    for one in raised:
        raise one
