"""Send a response piece by piece: what streams, lines, events and files have in common. HOT.

Nothing is sent before the first piece is there, so an error until then is raised as if nothing had begun. An error
afterwards ends the response: with a last piece, where the response declares one, and else by being raised again, upon
which servers close the connection, so that nobody takes the part for the whole. Both are logged once.

When the client leaves, or the task is cancelled, the iterator has been closed when this returns, or was given
CLOSE_WITHIN seconds for it.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from time import monotonic
from typing import Any

from antiphon.runtime.plan import RawHeader
from antiphon.runtime.transmit.asgi import Message, Receive, Scope, Send
from antiphon.runtime.transmit.closing import close, log
from antiphon.runtime.transmit.connection import Disconnected, is_asyncio, while_connected
from antiphon.runtime.transmit.items import close_unopened, opened
from antiphon.runtime.transmit.length import check_number, declared_length, wrong_length

#: The seconds that pieces are sent without a pause, if nothing waits by itself, before other tasks have their turn.
TURN = 0.005


async def transmit(  # noqa: PLR0917 - `Transmit`
    content: Any,
    status: int,
    headers: list[RawHeader],
    scope: Scope,
    receive: Receive,
    send: Send,
    *,
    pieces: Callable[[Any], AsyncIterator[Any]] = opened,
    octets: Callable[[Any], bytes] = bytes,
    sent_as_is: type | None = bytes,
    last_words: Callable[[Exception], bytes | None] | None = None,
    watched: bool = True,
) -> None:
    """Send the pieces of the content, each as soon as it is there. HEAD and nothing else gets the header alone.

    `pieces` begins to iterate the content, and `octets` gives those of a piece that is not of the type `sent_as_is`.
    `last_words` gives the final piece after an error, or None. `watched` says whether a client that leaves is noticed
    by `receive` too, and not by `send` alone.

    Raises what the content raises, and ParamError where the pieces are more or fewer octets than a Content-Length among
    the headers says, before what is too much is sent; Disconnected, which is an OSError, when `send` raises one.
    """
    start: Message = {"type": "http.response.start", "status": status, "headers": headers[:]}
    if is_head(scope):
        await close_unopened(content)
        await _header_alone(start, send)
        return
    check_number(headers)
    items = pieces(content)
    sending = _Sending(items, octets, sent_as_is, start, last_words)

    async def work(finish: Callable[[], object]) -> None:
        try:
            await sending.all(send, finish)
        finally:
            await close(items)

    if watched and scope["type"] == "http":
        await while_connected(work, receive)
    else:
        await work(lambda: None)


def is_head(scope: Scope) -> bool:
    """Whether an exchange asks for the header alone."""
    return scope["type"] == "http" and str(scope.get("method")).upper() == "HEAD"


async def _header_alone(start: Message, send: Send) -> None:
    """The answer to HEAD (RFC 9110 section 9.3.2). With content daphne would begin the next response."""
    try:
        await send(start)
        await send({"type": "http.response.body", "body": b"", "more_body": False})
    except OSError as error:
        raise Disconnected(*error.args) from error


class _Sending:
    """One response while it is sent."""

    __slots__ = ("_begun", "_following", "_last_words", "_length", "_octets", "_sent", "_sent_as_is", "_start")

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
        self._start = start
        self._last_words = last_words
        self._length = declared_length(start["headers"])
        self._sent = 0
        self._begun = False

    async def all(self, send: Send, finish: Callable[[], object]) -> None:
        """Send everything. `finish` is called before the last message."""
        pause, more = monotonic() + TURN, True
        while more:
            piece, more = await self._next()
            if not more:
                finish()
            try:
                if not self._begun:
                    self._begun = True
                    await send(self._start)
                if piece or not more:
                    await send({"type": "http.response.body", "body": piece, "more_body": more})
            except OSError as error:
                raise Disconnected(*error.args) from error
            if more and monotonic() > pause:
                await turn()
                pause = monotonic() + TURN

    async def _next(self) -> tuple[bytes, bool]:
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
        if not self._begun:
            raise error
        last = self._last_piece(error)
        log.error(
            "a response with status %d broke off after %d octets: %s",
            self._start["status"],
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
