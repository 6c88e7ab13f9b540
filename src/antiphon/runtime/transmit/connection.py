"""Work that ends when the client leaves: under asyncio by itself, elsewhere (trio) by anyio."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Awaitable, Callable
from typing import Any

from antiphon.runtime.transmit.asgi import Receive
from antiphon.runtime.transmit.closing import CLOSE_WITHIN


class Disconnected(OSError):  # noqa: N818 - it is no fault of the program
    """The client left, and `send` said so."""


async def while_connected(work: Callable[[Callable[[], object]], Awaitable[None]], receive: Receive) -> None:
    """Run the work in this task, and cancel it when `receive` says that the client is gone.

    The work is given a function that ends the watch: servers say the same when the response is over.

    Returns when the work has ended, its clean-up included; after a disconnect as after success. Work that goes on for
    CLOSE_WITHIN seconds after it is cancelled is cancelled again. Raises what the work or `receive` raises.
    """
    task = _current_task()
    if task is None:
        await _by_anyio(work, receive)
        return
    watch = _Watch(task, receive)
    watcher = asyncio.ensure_future(watch.until_gone())
    cancelling = task.cancelling()
    try:
        await work(watcher.cancel)
    except asyncio.CancelledError:
        if not watch.forgive(cancelling):
            raise
    else:
        watch.forgive(cancelling)
    finally:
        await _ended(watcher)
    if watch.error is not None:
        raise watch.error


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


async def _ended(watcher: asyncio.Future[None]) -> None:
    """Cancel the watcher, and wait until it has ended."""
    watcher.cancel()
    while not watcher.done():
        await asyncio.wait([watcher])


class _Watch:
    """Cancels a task when the client leaves, and takes the cancellation back when the work has ended."""

    def __init__(self, task: asyncio.Task[Any], receive: Receive) -> None:
        self._task = task
        self._receive = receive
        self._cancelled = 0
        self.error: Exception | None = None

    async def until_gone(self) -> None:
        try:
            while (await self._receive())["type"] != "http.disconnect":
                pass
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


async def _by_anyio(work: Callable[[Callable[[], object]], Awaitable[None]], receive: Receive) -> None:
    anyio: Any = importlib.import_module("anyio")
    watching = anyio.CancelScope()
    raised: list[BaseException] = []

    async def watch() -> None:
        with watching:
            try:
                while (await receive())["type"] != "http.disconnect":
                    pass
            except Exception as error:  # noqa: BLE001 - raised again below, without a group around it
                raised.append(error)
            group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        group.start_soon(watch)
        try:
            await work(watching.cancel)
        except Exception as error:  # noqa: BLE001 - as above
            raised.append(error)
        group.cancel_scope.cancel()
    for one in raised:
        raise one
