"""A response while it is sent, for callers that have no ASGI exchange: its messages are taken one by one."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncGenerator, Mapping
from typing import Any, Protocol, Self

from antiphon.responses.starlette_classes import ClientDisconnect, Message, Receive, Scope, Send
from antiphon.runtime.transmit.connection import until_disconnect

#: Before somebody takes them, the header and the first piece may both be there: they are sent without a pause.
_AHEAD_AT_FIRST = 2
_GET: dict[str, Any] = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}
#: In version 2.3 the client's leaving is told by `receive`, which nobody else reads here.
_ASGI: dict[str, Any] = {"asgi": {"version": "3.0", "spec_version": "2.3"}, "extensions": {}}

_RUNNING: set[asyncio.Task[None]] = set()


class Application(Protocol):
    """An ASGI application, such as a response."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...


def scope_like(scope: Mapping[str, Any] | None) -> dict[str, Any]:
    """The scope of an exchange: of a GET without fields, but for what is given."""
    return {**_GET, **(scope or {}), **_ASGI}


class AsyncPieces:
    """The body of a response, piece by piece, as an async iterator. It is made in the event loop that iterates it.

    Whoever stops early calls `aclose`: to the response the client has left then. When the last piece was sent,
    `finished` runs the background work.
    """

    def __init__(self, response: Application, scope: Mapping[str, Any]) -> None:
        self._messages: deque[Message] = deque()
        self._room = _AHEAD_AT_FIRST
        self._loop: asyncio.AbstractEventLoop = asyncio.get_running_loop()
        self._taker: asyncio.Future[None] | None = None
        self._makers: list[asyncio.Future[None]] = []
        self._left: asyncio.Event = asyncio.Event()
        self._over: asyncio.Event = asyncio.Event()
        self._complete = False
        self._watch: asyncio.Task[None] | None = None
        self._task: asyncio.Task[None] = self._loop.create_task(_run(response, scope, self._receive, self._send))
        self._task.add_done_callback(lambda _task: self._wake())
        _RUNNING.add(self._task)  # the loop itself keeps none alive
        self._task.add_done_callback(_RUNNING.discard)

    async def start(self) -> Message:
        """The message with status and header. Raises what the content raises before anything is sent."""
        message = await self._next()
        self._room = 1
        return message

    def whole(self) -> bytes | None:
        """The body, if it is there already in one piece."""
        if not self._messages or self._messages[0].get("more_body"):
            return None
        self._complete = True
        return bytes(self._messages.popleft().get("body", b""))

    def __aiter__(self) -> Self:
        return self

    def ended_by(self, receive: Receive) -> AsyncPieces:
        """The same, which ends when `receive` of an ASGI exchange that nobody else reads says that the client left."""
        self._watch = self._loop.create_task(self._until_left(receive))
        return self

    async def _until_left(self, receive: Receive) -> None:
        await until_disconnect(receive)
        self._leave()
        self._wake()

    async def __anext__(self) -> bytes:
        while not self._complete:
            if self._watch is not None and self._left.is_set():
                break
            message = await self._next()
            self._complete = not message.get("more_body")
            piece = message.get("body", b"")
            if piece:
                return bytes(piece)
        raise StopAsyncIteration

    async def aclose(self) -> None:
        """Stop. The iterator of the content has been closed when this returns, if it was not at its end.

        Where it was, the background work goes on by itself.
        """
        self._over.set()
        if self._watch is not None:
            self._watch.cancel()
        if self._complete or self._task.done():
            return
        self._leave()
        await asyncio.wait([self._task])
        error = None if self._task.cancelled() else self._task.exception()
        if error is not None and not isinstance(error, OSError | ClientDisconnect):
            raise error

    def abandon(self) -> None:
        """The same from any thread, and without waiting: nobody will iterate this any more."""
        with contextlib.suppress(RuntimeError):  # of a loop that is closed
            self._loop.call_soon_threadsafe(self._abandon)

    def _abandon(self) -> None:
        self._over.set()
        if not self._complete:
            self._leave()
            self._wake()

    def _leave(self) -> None:
        self._left.set()
        self._wake_makers()

    async def generated(self) -> AsyncGenerator[bytes]:
        """The same as a generator, which closes this when it is closed, and lets background work go on by itself."""
        try:
            async for piece in self:
                yield piece
        finally:
            await self.aclose()

    async def finished(self) -> None:
        """Let the background work begin, wait until it is done, and raise what it raises."""
        self._over.set()
        if self._complete:
            await self._task

    async def _next(self) -> Message:
        while not self._messages:
            if self._watch is not None and self._left.is_set():
                return {"more_body": False}
            if self._task.done():
                self._task.result()
                raise RuntimeError("the response ended without its last message")
            self._taker = self._loop.create_future()
            try:
                await self._taker
            except asyncio.CancelledError:
                self._leave()
                raise
        message = self._messages.popleft()
        self._wake_makers()
        return message

    async def _send(self, message: Message) -> None:
        while len(self._messages) >= self._room and not self._left.is_set():
            maker = self._loop.create_future()
            self._makers.append(maker)
            await maker
        if self._left.is_set():
            raise OSError("the client left")
        self._messages.append(message)
        self._wake()
        if message["type"] == "http.response.body" and not message.get("more_body"):
            await self._over.wait()  # what comes after the last piece waits until that was sent

    async def _receive(self) -> Message:
        await self._left.wait()
        return {"type": "http.disconnect"}

    def _wake(self) -> None:
        taker, self._taker = self._taker, None
        if taker is not None and not taker.done():
            taker.set_result(None)

    def _wake_makers(self) -> None:
        makers, self._makers = self._makers, []
        for maker in makers:
            if not maker.done():
                maker.set_result(None)


async def _run(response: Application, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
    await response(dict(scope), receive, send)
