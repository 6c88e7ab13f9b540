"""Sanic: a handler returns a declared response.

    app = Sanic("shop")
    install(app)

    @app.post("/users")
    async def sign_up(request: Request) -> UserCreated | EmailTaken: ...

Middleware and signals get a response of Sanic's own class.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator
from typing import Any

import sanic
from sanic.compat import Header
from sanic.response import HTTPResponse

from antiphon.integrations.settled import settled
from antiphon.reply.raisable import Raisable, Raised
from antiphon.responses import Response
from antiphon.responses.lines import async_lines, is_whole
from antiphon.runtime.plan import RawHeader


def install(app: sanic.Sanic[Any, Any]) -> None:
    """Let the handlers of an application return declared responses, and raise them anywhere."""
    requests: Any = app.request_class
    app.request_class = type(requests.__name__, (_Answered, requests), {"__module__": requests.__module__})
    app.exception(Raisable, Raised)(_raised)


class _Answered:
    """A request that can be answered by a declared response."""

    async def respond(self, response: Any = None, **keywords: Any) -> Any:
        """Answer it, as Sanic does with what a handler returned."""
        if isinstance(response, Response):
            response = await carried(response, self)
        theirs: Any = super()
        return await theirs.respond(response, **keywords)


async def _raised(request: sanic.Request[Any, Any], error: Any) -> Any:
    return await carried(error.response if isinstance(error, Raised) else error, request)


class Carried(HTTPResponse):
    """A response of Sanic's with a declared one's lines."""

    __slots__ = ("_begun", "_lines", "_pieces", "_where", "_work")

    def keep(self, own: list[RawHeader], where: str, pieces: AsyncGenerator[bytes] | None, work: Any) -> None:
        """The rest of what it needs."""
        self._lines, self._where, self._pieces, self._work = own, where, pieces, work
        self._begun = False

    @property
    def processed_headers(self) -> Iterator[RawHeader]:
        """The lines that are sent; Sanic's own way adds a Content-Type."""
        final = [
            (name.lower().encode(), str(value).encode(errors="surrogateescape")) for name, value in self.headers.items()
        ]
        of_sanic = [line for line in final if line[0] in _OF_SANIC and line not in self._lines]
        theirs = [line for line in final if line not in of_sanic and line != (b"alt-svc", b"")]
        lines = self._lines if theirs == self._lines else settled(self._lines, theirs, self._where)
        return iter([*lines, *of_sanic])

    async def send(self, data: Any = None, end_stream: bool | None = None) -> None:  # noqa: FBT001 - Sanic's signature
        """Send everything, when Sanic asks for the end of it."""
        pieces = self._pieces
        if pieces is None or self._begun:
            await super().send(data, end_stream)
        else:
            self._begun = True
            try:
                await super().send(b"", end_stream=False)  # or Sanic would count nothing, and say so
                async for piece in pieces:
                    await super().send(piece, end_stream=False)
                if self.stream is not None and self.stream.send is not None:  # which has counted them
                    await super().send(b"", end_stream=True)
            except Exception:
                self._break_off()
                raise
            finally:
                await pieces.aclose()
        if self._work is not None and end_stream:
            task = asyncio.ensure_future(self._work())
            self._work = None
            _RUNNING.add(task)
            task.add_done_callback(_RUNNING.discard)

    def _break_off(self) -> None:
        """Close the connection: Sanic would end the response, as if it were whole."""
        protocol: Any = getattr(self.stream, "protocol", None)
        if protocol is not None and protocol.transport is not None:
            protocol.transport.abort()


_RUNNING: set[asyncio.Future[None]] = set()
_OF_SANIC = frozenset((b"connection", b"keep-alive", b"transfer-encoding"))


async def carried(response: Response[Any, Any], request: Any) -> HTTPResponse:
    """A response of Sanic's class that sends the same."""
    scope = None
    if not is_whole(response):
        headers = [
            (name.lower().encode(), str(value).encode(errors="surrogateescape"))
            for name, value in request.headers.items()
        ]
        scope = {"method": request.method, "headers": headers}
    status, own, body = await async_lines(response, scope)
    pairs = [(name.decode("latin-1"), value.decode(errors="surrogateescape")) for name, value in own]
    if isinstance(body, bytes) and is_whole(response):
        made = Carried(body, status, Header(pairs))
        made.keep(own, request.path, None, response.background)
    else:
        made = Carried(None, status, Header(pairs))
        made.keep(own, request.path, _once(body) if isinstance(body, bytes) else body.generated(), None)
    return made


async def _once(body: bytes) -> AsyncGenerator[bytes]:
    if body:
        yield body
