"""Iterate a synchronous iterable in worker threads, so that it never blocks the event loop."""

from __future__ import annotations

import asyncio
import contextvars
import importlib
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from typing import Any, Generic, TypeVar

from antiphon.runtime.late_pool import LatePool

T = TypeVar("T")

#: How many iterables may be iterated at the same moment; others wait.
THREADS = 64
#: An iterable is at most so many items, or octets, ahead of what is sent.
MOST_ITEMS = 64
MOST_OCTETS = 65_536

_pool = LatePool(THREADS, "antiphon-stream")


class ThreadItems(Generic[T]):
    """The items of an iterable, as an async iterator.

    A worker thread is taken while items are wanted, gets ahead by a bound, and is given back when that is reached: a
    client that reads slowly holds none. No two threads are in the iterable at a time, and all see the context
    variables of where this was made. `aclose` calls the iterator's `close`, if it has one, in a thread as well.
    """

    def __init__(self, content: Iterable[T]) -> None:
        self._content = content
        self._iterator: Iterator[T] | None = None
        self._context = contextvars.copy_context()
        self._items: deque[T] = deque()
        self._error: BaseException | None = None
        self._ended = self._stopped = self._pulling = self._closed = False
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._hop: Future[None] | None = None

    def __aiter__(self) -> ThreadItems[T]:
        return self

    async def __anext__(self) -> T:
        while not self._items:
            if self._ended:
                error, self._error = self._error, None
                if error is not None:
                    raise error
                raise StopAsyncIteration
            await self._more()
        return self._items.popleft()

    async def _more(self) -> None:
        """Wait until there is an item, or the end."""
        if self._loop is None:
            self._loop = _running_loop()
        if self._loop is None:
            await _by_anyio(self._pull_one)
            return
        waiter = self._waiter = self._loop.create_future()
        with self._lock:
            idle = not self._pulling and not self._ended
            self._pulling = self._pulling or idle
        if idle:
            self._hop = _pool().submit(self._context.copy().run, self._pull)
        if self._items or self._ended:  # since the look before the waiter was there
            self._waiter = None
            return
        await waiter

    def _pull(self) -> None:
        """In a thread: take items until there are enough, waking the event loop where it waits."""
        octets = 0
        try:
            if self._iterator is None:
                self._iterator = iter(self._content)
            while not self._stopped and len(self._items) < MOST_ITEMS and octets < MOST_OCTETS:
                item = next(self._iterator)
                octets += len(item) if isinstance(item, bytes | str | bytearray | memoryview) else 0
                self._items.append(item)
                if self._waiter is not None:
                    self._wake()
        except StopIteration:
            self._ended = True
        except BaseException as error:  # noqa: BLE001 - raised where the items are read
            self._error, self._ended = error, True
        with self._lock:
            self._pulling = False
            stopped = self._stopped
        if stopped:
            self._close()
        self._wake()

    def _wake(self) -> None:
        waiter, self._waiter = self._waiter, None
        if waiter is not None and self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(_set, waiter)

    def _close(self) -> None:
        if self._closed:
            return
        self._closed = True
        iterator: Any = self._content if self._iterator is None else self._iterator
        closing = getattr(iterator, "close", None)
        if closing is not None and isinstance(iterator, Iterator):
            closing()

    async def aclose(self) -> None:
        """Stop, and close the iterator once the item that is being made is there."""
        with self._lock:
            self._stopped, pulling = True, self._pulling
        if pulling and self._hop is not None:
            await _uncancelled(self._hop)  # which closes it
        elif not self._closed and _running_loop() is None:
            await _by_anyio(self._close)
        elif not self._closed:
            await _uncancelled(_pool().submit(self._context.copy().run, self._close))
        self._items.clear()
        self._ended = True

    def _pull_one(self) -> None:
        """In a thread: take one item, for event loops other than asyncio's."""
        try:
            if self._iterator is None:
                self._iterator = iter(self._content)
            self._items.append(next(self._iterator))
        except StopIteration:
            self._ended = True
        except BaseException as error:  # noqa: BLE001 - raised where the items are read
            self._error, self._ended = error, True


async def _by_anyio(function: Callable[[], None]) -> None:
    await importlib.import_module("anyio").to_thread.run_sync(function)


async def _uncancelled(future: Future[None]) -> None:
    """Wait for what runs in a thread. Whoever is cancelled waits no longer; what waits for a thread still gets one."""
    await asyncio.shield(asyncio.wrap_future(future))


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _set(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)
