"""A response as status, field lines and body: what is needed to send it by anything that is not ASGI."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Self, TypeVar

from antiphon.responses.exchanged import AsyncPieces, scope_like
from antiphon.responses.files import FileResponse
from antiphon.responses.no_response import no_response
from antiphon.responses.response import Response
from antiphon.responses.status import CONTENTFUL, CONTENTLESS, check_sendable
from antiphon.responses.streams import StreamingResponse
from antiphon.runtime.plan import RawHeader

__all__ = ["AsyncPieces", "Lines", "Pieces", "async_lines", "is_whole", "lines", "run_background"]

T = TypeVar("T")
Body_co = TypeVar("Body_co", covariant=True)


class Lines(NamedTuple, Generic[Body_co]):
    """A response as it is to be sent."""

    status: int
    lines: list[RawHeader]
    """The field lines in order, names in lower case. The list is the caller's own."""
    body: Body_co
    """The octets, or an iterator of them."""


if not TYPE_CHECKING:
    del Lines.__class_getitem__  # that of tuple does the same, and is the one that type checkers know


def lines(response: Response[Any, Any], scope: Mapping[str, Any] | None = None) -> Lines[bytes | Pieces]:
    """The status, field lines and body of a response: octets, or an iterator of pieces.

    `scope` is the request, as in an ASGI scope: of `method` and `headers` depends what HEAD, ranges and conditions get.
    Left out, it is a GET without fields. An iterator must be closed, and runs the background work when it is;
    `response.background` of octets is the caller's to await. Raises what the content raises before its first piece, and
    TypeError for anything but a response and a scope.
    """
    _check_scope(scope)
    if is_whole(response):
        return _whole(response, scope)
    loop = _Loop()
    try:
        status, found, body = loop.run(async_lines(response, scope))
    except BaseException:
        loop.close()
        raise
    if isinstance(body, AsyncPieces):
        return Lines(status, found, Pieces(loop, body, at_end=response.background is None))
    loop.close()
    return Lines(status, found, body)


async def async_lines(
    response: Response[Any, Any], scope: Mapping[str, Any] | None = None
) -> Lines[bytes | AsyncPieces]:
    """The same in an event loop of asyncio: the pieces come from an async iterator.

    An iterator must be closed by `aclose` where it is left early, and else by `finished`, which runs background work.
    """
    _check_scope(scope)
    if is_whole(response):
        return _whole(response, scope)
    pieces = AsyncPieces(response, scope_like(scope))
    try:
        start = await pieces.start()
    except BaseException:
        await pieces.aclose()
        raise
    whole = pieces.whole() if response.background is None else None
    if whole is not None:
        await pieces.finished()
    return Lines(start["status"], list(start["headers"]), pieces if whole is None else whole)


def _whole(response: Response[Any, Any], scope: Mapping[str, Any] | None) -> Lines[bytes]:
    if scope is not None:
        response = response._for_request(scope)
    status, body = int(response.status_code), response.body
    if status not in CONTENTFUL and (body or status not in CONTENTLESS):  # set since
        check_sendable(status, body)
    if scope is not None and scope.get("method") == "HEAD":
        body = b""
    return Lines(status, response.raw_headers[:], body if isinstance(body, bytes) else bytes(body))


def _check_scope(scope: object) -> None:
    """Raises TypeError for anything but a scope: a Request has one."""
    if scope is not None and not isinstance(scope, Mapping):
        raise TypeError(f"scope is {type(scope).__qualname__}, where an ASGI scope is needed, such as `request.scope`")


def is_whole(response: Response[Any, Any]) -> bool:
    """Whether a response has its body from the start, and is sent as every response is."""
    return _sends_whole(type(response))


def _sends(kind: Any) -> bool:
    if not issubclass(kind, Response):
        raise no_response(kind)
    if issubclass(kind, StreamingResponse | FileResponse):
        return False
    senders = [vars(cls)["__call__"] for cls in kind.__mro__ if "__call__" in vars(cls)]
    return all(getattr(sender, "__module__", "").startswith(("antiphon.", "starlette.")) for sender in senders)


_sends_whole: Callable[[Any], bool] = functools.cache(_sends)


class Pieces:
    """The body of a response, piece by piece, as an iterator. Whoever iterates it calls `close` in any case."""

    def __init__(self, loop: _Loop, pieces: AsyncPieces, *, at_end: bool = True) -> None:
        self._loop = loop
        self._pieces = pieces
        self._at_end = at_end  # whether nothing is left to do after the last piece
        self._closed = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        if self._closed:
            raise StopIteration
        try:
            return self._loop.run(self._pieces.__anext__())
        except StopAsyncIteration:
            if self._at_end:
                self.close()  # test clients do not
            raise StopIteration from None
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Stop: where it is at its end, run the background work, and else tell the content that the client left."""
        if self._closed:
            return
        self._closed = True
        try:
            self._loop.run(self._pieces.aclose())
            self._loop.run(self._pieces.finished())
        finally:
            self._loop.close()


class _Loop:
    """An event loop of one response. In a thread where another loop runs, it runs in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread: ThreadPoolExecutor | None = None

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        if asyncio._get_running_loop() is None:
            return self._loop.run_until_complete(work)
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="antiphon-lines")
        return self._thread.submit(self._loop.run_until_complete, work).result()

    def close(self) -> None:
        self.run(self._loop.shutdown_asyncgens())
        self._loop.close()
        if self._thread is not None:
            self._thread.shutdown()


def run_background(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run the background work of a response where there is no event loop, and raise what it raises."""
    loop = _Loop()
    try:
        loop.run(work())
    finally:
        loop.close()
