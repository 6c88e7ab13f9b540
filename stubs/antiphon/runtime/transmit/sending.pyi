# Written by `nox -s generate` from src; do not edit.
"""One response while it is sent: the pieces, one after another, and what happens after an error. HOT."""

from collections.abc import AsyncIterator, Callable
from typing import Any

from antiphon.runtime.transmit.asgi import Message, Send

TURN: float

class Sending:
    """One response while it is sent."""

    __slots__ = ("_count", "_last_words", "_octets", "_sent_as_is", "begun", "is_over", "items", "start")
    items: AsyncIterator[Any]
    start: Message
    begun: bool
    is_over: bool

    def __init__(
        self,
        items: AsyncIterator[Any],
        octets: Callable[[Any], bytes],
        sent_as_is: type | None,
        start: Message,
        last_words: Callable[[Exception], bytes | None] | None,
    ) -> None: ...
    async def all(self, send: Send, finish: Callable[[], object], *, at_once: bool = False) -> None:
        """Send everything, the header before the first piece is asked for if `at_once`.

        `finish` is called before the last message.
        """

async def turn() -> None:
    """Let other tasks run."""
