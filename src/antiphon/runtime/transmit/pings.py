"""Something to send while there is nothing to send, so that proxies keep the connection."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from time import monotonic
from typing import Any, NamedTuple

from antiphon.runtime.transmit.asgi import Message, Send
from antiphon.runtime.transmit.connection import Disconnected, is_asyncio
from antiphon.runtime.transmit.sending import Sending


def _always() -> bool:
    return True


class Ping(NamedTuple):
    """The octets that are sent when nothing was for so many seconds, where `fits` says that they disturb nothing."""

    seconds: float
    octets: bytes
    fits: Callable[[], bool] = _always


class PingedSending(Sending):
    """A response that is sent with pings between its pieces.

    The two senders never wait in `send` at the same time: a ping is begun only while the iterator is waited for, and
    a piece that comes meanwhile waits for the ping.
    """

    __slots__ = ("_idle", "_last", "_pinging")

    def __init__(
        self,
        items: AsyncIterator[Any],
        octets: Callable[[Any], bytes],
        sent_as_is: type | None,
        start: Message,
        last_words: Callable[[Exception], bytes | None] | None,
    ) -> None:
        super().__init__(self._marked(items), octets, sent_as_is, start, last_words)
        self._idle = False
        self._last = monotonic()
        self._pinging: Any = None

    async def _marked(self, items: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """The items, and an error after them; while one is waited for, pings may be sent."""
        while True:
            item, error = None, None
            self._idle = True
            try:
                item = await items.__anext__()
            except Exception as raised:  # noqa: BLE001 - raised again, after a ping that has begun
                error = raised
            finally:  # so that no ping begins a response that an error has ended
                self._idle = False
            if self._pinging is not None:
                await self._pinging.wait()
            if isinstance(error, StopAsyncIteration):
                return
            if error is not None:
                raise error
            self._last = monotonic()
            yield item

    async def until_lost(self, send: Send, ping: Ping) -> None:
        """Send pings, without end. Raises Disconnected when `send` raises OSError."""
        while True:
            wait = ping.seconds - (monotonic() - self._last if self._idle else 0.0)
            if wait > 0 or not ping.fits():
                await _sleep(wait if wait > 0 else ping.seconds)
                continue
            self._pinging = pinging = _event()
            try:
                if not self.begun:
                    self.begun = True
                    await send(self.start)
                await send({"type": "http.response.body", "body": ping.octets, "more_body": True})
            except OSError as error:
                raise Disconnected(*error.args) from error
            finally:
                self._last = monotonic()
                self._pinging = None
                pinging.set()


async def _sleep(seconds: float) -> None:
    if is_asyncio():
        await asyncio.sleep(seconds)
    else:
        await sys.modules["anyio"].sleep(seconds)


def _event() -> Any:
    return asyncio.Event() if is_asyncio() else sys.modules["anyio"].Event()
