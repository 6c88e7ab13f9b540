"""Quart: a view returns a declared response.

    app = Quart(__name__)
    install(app)

    @app.post("/users")
    @replies
    async def sign_up() -> UserCreated | EmailTaken: ...

`@replies` says to type checkers that Quart takes it; without them it may be left out. Sessions, `after_request` and
error handlers get a response of the application's own class.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from typing import Any, ParamSpec

import quart
from quart.wrappers.response import ResponseBody
from werkzeug.datastructures import Headers

from antiphon.integrations.around import around
from antiphon.integrations.settled import raw_lines, settled, text_lines
from antiphon.reply.raisable import Raisable, Raised
from antiphon.responses import Response
from antiphon.responses.exchanged import AsyncPieces
from antiphon.responses.lines import async_lines, is_whole
from antiphon.runtime.plan import RawHeader

P = ParamSpec("P")

#: Quart writes values in it, and no octets that it does not have: they raise UnicodeDecodeError.
_CHARSET = "utf-8"
_OWN = "antiphon_lines"


def install(app: quart.Quart) -> None:
    """Let the views, hooks and error handlers of an application return declared responses, and raise them anywhere."""
    make, process = app.make_response, app.process_response

    async def make_response(result: Any) -> Any:
        value, *rest = result if isinstance(result, tuple) and result else (result,)
        if isinstance(value, Response):
            value = await carried(value, app.response_class)
            result = (value, *rest) if rest else value
        return await make(result)

    async def process_response(response: Any, *arguments: Any, **keywords: Any) -> Any:
        processed: Any = await process(response, *arguments, **keywords)
        own: list[RawHeader] | None = getattr(processed, _OWN, None)
        if own is not None and list(processed.headers) != text_lines(own, _CHARSET):
            lines = settled(own, raw_lines(processed.headers, _CHARSET), quart.request.endpoint or quart.request.path)
            processed.headers = Headers(text_lines(lines, _CHARSET))
        return processed

    changed: Any = app
    changed.make_response, changed.process_response = make_response, process_response
    app.register_error_handler(Raisable, _raised)
    app.register_error_handler(Raised, _raised)


def replies(view: Callable[P, Awaitable[Any]]) -> Callable[P, Coroutine[Any, Any, quart.Response]]:
    """The view as Quart's types want it. It needs `install`, which settles the lines of its response."""
    made: Callable[P, Coroutine[Any, Any, quart.Response]] = around(view, _convert, _convert)
    return made


async def _convert(returned: Any, *_arguments: Any, **_keywords: Any) -> Any:
    if not isinstance(returned, Response):
        return returned
    return await carried(returned, quart.current_app.response_class)


async def _raised(error: Exception) -> Any:
    return error.response if isinstance(error, Raised) else error


class _Body(ResponseBody):
    """The body of a declared response, after which its background work begins."""

    def __init__(self, pieces: AsyncPieces | bytes, work: Callable[[], Awaitable[None]] | None) -> None:
        self._pieces = pieces
        self._work = work
        self._app: Any = quart.current_app._get_current_object()  # type: ignore[attr-defined]  # the app behind the proxy

    async def __aenter__(self) -> AsyncIterator[bytes]:
        return _once(self._pieces) if isinstance(self._pieces, bytes) else self._pieces

    async def __aexit__(self, *_error: object) -> None:
        if not isinstance(self._pieces, bytes):
            await self._pieces.aclose()  # its work begins then
        elif self._work is not None:
            self._app.add_background_task(self._do)

    async def _do(self) -> None:  # Quart runs anything but a coroutine function in a thread
        if self._work is not None:
            await self._work()

    async def make_conditional(self, begin: int, end: int | None) -> int:
        raise NotImplementedError("a declared response has answered the conditions of a request already")


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body


async def carried(response: Response[Any, Any], kind: type[Any]) -> Any:
    """A response of the class `kind` that sends the same."""
    scope = None
    if not is_whole(response):
        headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in quart.request.headers.items()]
        scope = {"method": quart.request.method, "headers": headers}
    status, own, body = await async_lines(response, scope)
    plain = isinstance(body, bytes) and response.background is None
    made = kind(body if plain else _Body(body, response.background), status=status)
    made.headers = Headers(text_lines(own, _CHARSET))
    made.antiphon_lines = own
    if not isinstance(body, bytes):
        made.timeout = None  # Quart ends other bodies after a minute
    return made
