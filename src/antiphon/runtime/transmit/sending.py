"""One response while it is sent: the pieces, one after another, and what happens after an error. HOT."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from time import monotonic
from typing import Any, NoReturn

from antiphon.runtime.transmit.asgi import Message, Send
from antiphon.runtime.transmit.closing import log
from antiphon.runtime.transmit.connection import Disconnected, is_asyncio
from antiphon.runtime.transmit.length import declared_length, wrong_length

#: The seconds that pieces are sent without a pause, if nothing waits by itself, before other tasks have their turn.
TURN = 0.005
#: The clock is read for the first piece, and then for every second, fourth and eighth while time is not up: reading it
#: costs a quarter of sending a piece.
_MOST_UNTIMED = 8


class Sending:
    """One response while it is sent."""

    __slots__ = ("_count", "_last_words", "_octets", "_sent_as_is", "begun", "is_over", "items", "start")

    def __init__(
        self,
        items: AsyncIterator[Any],
        octets: Callable[[Any], bytes],
        sent_as_is: type | None,
        start: Message,
        last_words: Callable[[Exception], bytes | None] | None,
    ) -> None:
        length = declared_length(start["headers"])
        self.items: AsyncIterator[Any] = items if length is None else _counted(items, octets, sent_as_is, length)
        self._octets = octets
        self._sent_as_is = sent_as_is if length is None else bytes
        self.start: Message = start
        self._last_words = last_words
        self.begun: bool = False
        self._count = 0
        self.is_over: bool = False
        """Whether the client is gone: nothing more is sent, whatever the iterator makes of its cancellation."""

    async def all(self, send: Send, finish: Callable[[], object], *, at_once: bool = False) -> None:
        """Send everything, the header before the first piece is asked for if `at_once`.

        `finish` is called before the last message.
        """
        lost, last = None, b""
        try:
            lost = await (self._begun_at_once(send) if at_once else self._pieces(send))
        except Exception as error:  # noqa: BLE001 - raised again, or told to the client and the log
            last = self._last_words_after(error)
        if lost is not None:
            _raise(lost)
        if self.is_over:
            return
        finish()
        try:
            await self._begin(send)
            await send({"type": "http.response.body", "body": last, "more_body": False})
        except OSError as error:
            _raise(error)

    async def _begun_at_once(self, send: Send) -> Exception | None:
        try:
            await self._begin(send)
        except Exception as error:  # noqa: BLE001 - as below
            return error
        return await self._pieces(send)

    async def _pieces(self, send: Send) -> Exception | None:
        """Send all pieces, the header before the first. Gives the error of `send`; raises those of the iterator."""
        given: Any
        begun, count, due, untimed = self.begun, 0, 1, 1
        octets, sent_as_is, pause = self._octets, self._sent_as_is, monotonic() + TURN
        try:
            async for piece in self.items:  # a call for each piece would take a third of all that this does
                given = piece if type(piece) is sent_as_is else octets(piece)
                if self.is_over:
                    return None
                try:  # costs nothing while nothing is raised
                    if not begun:
                        begun = True
                        await self._begin(send)
                    if given:
                        await send({"type": "http.response.body", "body": given, "more_body": True})
                except Exception as error:  # noqa: BLE001 - of `send`, and none of the iterator's
                    return error
                count += 1
                if count == due:
                    if monotonic() > pause:
                        await turn()
                        pause, untimed = monotonic() + TURN, 1
                    elif untimed < _MOST_UNTIMED:
                        untimed *= 2
                    due = count + untimed
        finally:
            self._count = count
        return None

    async def _begin(self, send: Send) -> None:
        """Send the header, unless a ping has."""
        if not self.begun:
            self.begun = True
            await send(self.start)

    def _last_words_after(self, error: Exception) -> bytes:
        """The last piece, after an error. Raises the error where nothing has begun, or no such piece is declared."""
        if not self.begun:
            raise error
        last = self._last_piece(error)
        log.error(
            "a response with status %d broke off before piece %d: %s",
            self.start["status"],
            self._count + 1,
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


async def _counted(
    items: AsyncIterator[Any], octets: Callable[[Any], bytes], sent_as_is: type | None, length: int
) -> AsyncIterator[bytes]:
    """The octets of the pieces. Raises ParamError where they are not as many as declared, before it gives more."""
    sent = 0
    async for piece in items:
        given: Any = piece if type(piece) is sent_as_is else octets(piece)
        sent += len(given)
        if sent > length:
            break
        yield given
    if sent != length:
        raise wrong_length(length, sent)


def _raise(error: Exception) -> NoReturn:
    """Raise an error of `send`, whose OSError says that the client is gone."""
    if isinstance(error, OSError):
        raise Disconnected(*error.args) from error
    raise error


async def turn() -> None:
    """Let other tasks run."""
    if is_asyncio():
        await asyncio.sleep(0)
    else:
        await sys.modules["anyio"].sleep(0)
