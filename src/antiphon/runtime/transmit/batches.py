"""Small pieces, put together to larger ones: by size, and by time.

HOT. A task of its own takes the items and encodes them, so that pieces can leave while an item is awaited.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from time import monotonic
from typing import Any, NamedTuple

from antiphon.runtime.transmit.closing import close
from antiphon.runtime.transmit.connection import is_asyncio
from antiphon.runtime.transmit.sending import TURN


class Frame(NamedTuple):
    """The octets before and after each item."""

    before: bytes
    after: bytes

    def around(self, items: list[bytes]) -> bytes:
        """The items, each in its frame."""
        return self.before + (self.after + self.before).join(items) + self.after


class Batches:
    """The encoded items, in batches.

    The first item is a batch of its own, at once. Others leave when they are `most` octets, and at the latest `seconds`
    after the first of them was there. No more than one batch is made ahead of what is sent. An error comes after the
    items before it. Outside asyncio each item is a batch.
    """

    def __init__(
        self, items: AsyncIterator[Any], encode: Callable[[Any], bytes], frame: Frame, most: int, seconds: float
    ) -> None:
        self._items = items
        self._encode = encode
        self._frame = frame
        self._most = most
        self._seconds = seconds
        self._batch: list[bytes] = []
        self._is_due = self._ended = self._is_closed = False
        self._error: BaseException | None = None
        self._producer: asyncio.Task[None] | None = None
        self._taker: asyncio.Future[None] | None = None
        self._maker: asyncio.Future[None] | None = None
        self._timer: asyncio.TimerHandle | None = None

    def __aiter__(self) -> Batches:
        return self

    async def __anext__(self) -> bytes:
        if self._producer is None:
            if not is_asyncio():
                return self._frame.around([self._encode(await self._items.__anext__())])
            self._producer = asyncio.ensure_future(self._produce())
        while not (self._is_due and self._batch) and not self._ended:
            self._taker = asyncio.get_running_loop().create_future()
            await self._taker
        if not self._batch:
            error, self._error = self._error, None
            if error is not None:
                raise error
            raise StopAsyncIteration
        batch = self._frame.around(self._batch)
        self._batch.clear()
        self._is_due = False
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        _set(self._maker)
        return batch

    async def aclose(self) -> None:
        """Cancel the task, and wait until it has closed the items."""
        self._is_closed = True
        if self._timer is not None:
            self._timer.cancel()
        if self._producer is None:
            await close(self._items)
        elif not self._producer.done():
            self._producer.cancel()
            await asyncio.wait([self._producer])

    async def _produce(self) -> None:
        loop = asyncio.get_running_loop()
        encode, batch, most, frame = self._encode, self._batch, self._most, len(self._frame.around([b""]))
        pause, size, begun = monotonic() + TURN, 0, False
        try:
            async for item in self._items:
                if self._is_closed:
                    break
                octets = encode(item)
                size = len(octets) + frame + (size if batch else 0)
                batch.append(octets)
                if size >= most or not begun:
                    begun = True
                    self._maker = loop.create_future()
                    self._due()
                    await self._maker
                elif self._timer is None:
                    self._timer = loop.call_later(self._seconds, self._due)
                if monotonic() > pause:
                    await asyncio.sleep(0)
                    pause = monotonic() + TURN
        except Exception as error:  # noqa: BLE001 - raised where the batches are taken
            self._error = error
        finally:
            await close(self._items)
            self._ended = True
            _set(self._taker)

    def _due(self) -> None:
        """Let the batch be taken as it is."""
        self._is_due = True
        if self._timer is not None:  # it may be older than the batch that follows
            self._timer.cancel()
            self._timer = None
        _set(self._taker)


def _set(future: asyncio.Future[None] | None) -> None:
    if future is not None and not future.done():
        future.set_result(None)
