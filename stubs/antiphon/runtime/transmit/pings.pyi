# Written by `nox -s generate` from src; do not edit.
"""Something to send while there is nothing to send, so that proxies keep the connection."""

from collections.abc import AsyncIterator, Callable
from typing import Any, NamedTuple

from antiphon.runtime.transmit.asgi import Message, Send
from antiphon.runtime.transmit.sending import Sending

def _always() -> bool: ...

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
    ) -> None: ...
    async def until_lost(self, send: Send, ping: Ping) -> None:
        """Send pings, without end. Raises Disconnected when `send` raises OSError."""
