"""aiohttp: a handler returns a declared response.

    @replies
    async def show(request: web.Request) -> UserShown | NotFound: ...

    app = web.Application(middlewares=[...])
    app.add_routes([web.get("/users/{id}", show)])
    install(app)

`@replies` says to type checkers that aiohttp takes it; without them it may be left out. Middlewares and
`on_response_prepare` get a response of aiohttp's own class.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, ParamSpec

from aiohttp import web
from multidict import CIMultiDict

from antiphon.integrations.around import around
from antiphon.integrations.settled import raw_lines, settled, text_lines
from antiphon.reply.raisable import Raisable, Raised
from antiphon.responses import Response
from antiphon.responses.lines import Lines, async_lines, is_whole

P = ParamSpec("P")

#: aiohttp writes values in it, and no octets that it does not have: they raise UnicodeDecodeError.
_CHARSET = "utf-8"
#: aiohttp writes these about the connection.
_OWN = frozenset(("date", "server", "connection", "transfer-encoding"))


def install(app: web.Application) -> None:
    """Let handlers and middlewares return declared responses, and raise them. Call it when all middlewares are there.

    An application with middlewares of its own that is to be added to another is switched on by itself, before.
    """
    app.middlewares.insert(0, _carry)  # for what other middlewares raise
    app.middlewares.append(_carry)


def replies(handler: Callable[P, Awaitable[Any]]) -> Callable[P, Coroutine[Any, Any, web.StreamResponse]]:
    """The handler as aiohttp's types want it. It works without `install` as well."""
    made: Callable[P, Coroutine[Any, Any, web.StreamResponse]] = around(handler, _convert, _convert)
    return made


async def _convert(returned: Any, *arguments: Any, **_keywords: Any) -> Any:
    if not isinstance(returned, Response):
        return returned
    request = next((one for one in arguments if isinstance(one, web.Request)), None)
    if request is None:  # a method of a View
        request = arguments[0].request
    return await carried(returned, request)


@web.middleware
async def _carry(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    returned: Any
    try:
        returned = await handler(request)
    except Raisable as reply:
        returned = reply
    except Raised as raised:
        returned = raised.response
    return await carried(returned, request) if isinstance(returned, Response) else returned


class _Carrier(web.StreamResponse):
    """A response of aiohttp's with a declared one's lines."""

    antiphon_lines: Lines[Any]
    antiphon_response: Response[Any, Any]
    antiphon_where: str

    def _keep(self, response: Response[Any, Any], found: Lines[Any], where: str) -> None:
        self.antiphon_response, self.antiphon_lines, self.antiphon_where = response, found, where

    async def _write_headers(self) -> None:
        """Called by aiohttp when everybody has had the response: the last moment to settle its lines."""
        own, headers = self.antiphon_lines.lines, self._headers
        theirs = [(name, value) for name, value in headers.items() if name.lower() in _OWN]
        final = [(name, value) for name, value in headers.items() if name.lower() not in _OWN]
        if final != text_lines(own, _CHARSET):
            if not any(name == b"content-type" for name, _ in own):
                final = [line for line in final if line != ("Content-Type", "application/octet-stream")]
            lines = settled(own, raw_lines(final, _CHARSET), self.antiphon_where)
            self._headers = CIMultiDict([*text_lines(lines, _CHARSET), *theirs])
        await super()._write_headers()

    async def _work(self) -> None:
        if self.antiphon_response.background is not None:
            await self.antiphon_response.background()


class _Whole(_Carrier, web.Response):
    async def write_eof(self, data: bytes = b"") -> None:
        try:
            await super().write_eof(data)
        except ConnectionError:
            if self.antiphon_response.background_policy == "always":
                await self._work()
            raise
        await self._work()


class _InPieces(_Carrier):
    async def write_eof(self, data: bytes = b"") -> None:
        pieces = self.antiphon_lines.body
        if isinstance(pieces, bytes):
            if pieces:
                await self.write(pieces)
            await super().write_eof(data)
            return
        try:
            async for piece in pieces:
                await self.write(piece)
            await super().write_eof(data)
            await pieces.finished()
        finally:
            await pieces.aclose()


async def carried(response: Response[Any, Any], request: web.Request) -> web.StreamResponse:
    """A response of aiohttp's class that sends the same."""
    whole = is_whole(response)
    fields = [] if whole else [(name.lower(), value) for name, value in request.raw_headers]
    found = await async_lines(response, None if whole else {"method": request.method, "headers": fields})
    headers = CIMultiDict(text_lines(found.lines, _CHARSET))
    made: _Whole | _InPieces
    if whole and isinstance(found.body, bytes):
        made = _Whole(status=found.status, headers=headers, body=found.body or None)
    else:
        made = _InPieces(status=found.status, headers=headers)
    made._keep(response, found, request.path)
    return made
