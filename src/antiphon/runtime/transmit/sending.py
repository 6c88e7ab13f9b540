"""One response while it is sent: the pieces, one after another, and what happens after an error. HOT."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from time import monotonic
from typing import Any

from antiphon.runtime.transmit.asgi import Message, Send
from antiphon.runtime.transmit.closing import log
from antiphon.runtime.transmit.connection import Disconnected, is_asyncio
from antiphon.runtime.transmit.length import declared_length, wrong_length

#: The seconds that pieces are sent without a pause, if nothing waits by itself, before other tasks have their turn.
TURN = 0.005


class Sending:
    """One response while it is sent."""

    __slots__ = ("_following", "_last_words", "_length", "_octets", "_sent", "_sent_as_is", "begun", "start")

    def __init__(
        self,
        items: AsyncIterator[Any],
        octets: Callable[[Any], bytes],
        sent_as_is: type | None,
        start: Message,
        last_words: Callable[[Exception], bytes | None] | None,
    ) -> None:
        self._following = items.__anext__
        self._octets = octets
        self._sent_as_is = sent_as_is
        self.start: Message = start
        self._last_words = last_words
        self._length = declared_length(start["headers"])
        self._sent = 0
        self.begun: bool = False

    async def all(self, send: Send, finish: Callable[[], object]) -> None:
        """Send everything. `finish` is called before the last message."""
        pause, more = monotonic() + TURN, True
        while more:
            piece, more = await self.following()
            if not more:
                finish()
            try:
                if not self.begun:
                    self.begun = True
                    await send(self.start)
                if piece or not more:
                    await send({"type": "http.response.body", "body": piece, "more_body": more})
            except OSError as error:
                raise Disconnected(*error.args) from error
            if more and monotonic() > pause:
                await turn()
                pause = monotonic() + TURN

    async def following(self) -> tuple[bytes, bool]:
        """A piece, and whether more may follow."""
        error: Exception
        try:
            piece = await self._following()
            if type(piece) is not self._sent_as_is:
                piece = self._octets(piece)
            self._sent += len(piece)
            if self._length is None or self._sent <= self._length:
                return piece, True
            error = wrong_length(self._length, self._sent)
        except StopAsyncIteration:
            if self._length is None or self._sent == self._length:
                return b"", False
            error = wrong_length(self._length, self._sent)
        except Exception as raised:  # noqa: BLE001 - raised again, or told to the client and the log
            error = raised
        return self._told(error), False

    def _told(self, error: Exception) -> bytes:
        """The last piece, after an error. Raises the error where nothing has begun, or no such piece is declared."""
        if not self.begun:
            raise error
        last = self._last_piece(error)
        log.error(
            "a response with status %d broke off after %d octets: %s",
            self.start["status"],
            self._sent,
            f"{type(error).__qualname__}: {error}".partition("\n")[0],
            exc_info=None if last is None else error,  # else whoever catches it shows it in full
        )
        if last is None:
            raise error
        return last

    def _last_piece(self, error: Exception) -> bytes | None:
        try:
            return None if self._last_words is None else self._last_words(error)
        except Exception:  # noqa: BLE001 - the first error is raised
            log.exception("no last item could be made of the error that ended a response")
            return None


async def turn() -> None:
    """Let other tasks run."""
    if is_asyncio():
        await asyncio.sleep(0)
    else:
        await sys.modules["anyio"].sleep(0)
