"""BlackSheep: a handler returns a declared response.

    app = Application()
    install(app)

    @app.router.post("/users")
    async def sign_up(form: FromJSON[SignUp]) -> UserCreated | EmailTaken: ...

Middlewares get a response of BlackSheep's own class.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Awaitable, Callable
from typing import Any

from blacksheep import Application, Request
from blacksheep import Response as Answer
from blacksheep.server.routing import Router

from antiphon.integrations.blacksheep_response import OF_CONTENT, RECEIVE, SENT, Carried, carried
from antiphon.integrations.settled import settled
from antiphon.reply.raisable import Raisable, Raised
from antiphon.responses import Response
from antiphon.runtime.plan import RawHeader


def install(app: Application) -> None:
    """Let the handlers of an application return declared responses, and raise them. Call it before it starts."""
    normalize: Callable[[], None] = app.normalize_handlers

    def normalize_handlers() -> None:
        held = _wrap(app.router)
        normalize()
        _show(app.router, held)

    changed: Any = app
    changed.normalize_handlers = normalize_handlers
    handle: Callable[..., Awaitable[None]] = changed._handle_http

    async def handle_http(scope: Any, receive: Any, send: Any) -> None:
        async def sent(message: Any) -> None:
            if message["type"] == "http.response.start" and SENT in scope:
                message = {**message, "headers": scope[SENT]}
            await send(message)

        scope[RECEIVE] = receive
        await handle(scope, receive, sent)

    changed._handle_http = handle_http
    app.middlewares.insert(0, _settle)
    app.on_middlewares_configuration(_add_innermost)
    app.exceptions_handlers[Raisable] = _raised
    app.exceptions_handlers[Raised] = _raised


def _wrap(router: Router) -> dict[Any, Any]:
    """Let what handlers return pass as a response of BlackSheep's until the request is at hand. Gives who they were."""
    held: dict[Any, Any] = {}
    for routes in router.routes.values():
        for route in routes:
            theirs, route.handler = route.handler, _held(route.handler)
            held[route.handler] = theirs
    return held


def _show(router: Router, held: dict[Any, Any]) -> None:
    """Let what looks for a handler by itself find the user's: documents by `@docs(...)`, and CSRF."""
    for routes in router.routes.values():
        for route in routes:
            handler: Any = route.handler
            root = getattr(handler, "root_fn", handler)
            if (theirs := held.get(root)) is None or theirs is root:
                continue
            handler.root_fn = theirs
            for name, value in vars(root).items():  # such as the binders
                if name != "__wrapped__" and not hasattr(theirs, name):
                    setattr(theirs, name, value)


def _held(handler: Any) -> Any:
    if inspect.iscoroutinefunction(handler):

        @functools.wraps(handler)
        async def later(*arguments: Any, **keywords: Any) -> Any:
            return _hold(await handler(*arguments, **keywords))

        return later
    if inspect.isasyncgenfunction(handler):
        return handler

    @functools.wraps(handler)
    def at_once(*arguments: Any, **keywords: Any) -> Any:
        return _hold(handler(*arguments, **keywords))

    return at_once


class _Held(Answer):
    """A declared response that waits for its request."""

    antiphon_response: Response[Any, Any]


def _hold(returned: Any) -> Any:
    if not isinstance(returned, Response):
        return returned
    held = _Held(int(returned.status_code))
    held.antiphon_response = returned
    return held


def _add_innermost(app: Application) -> None:
    """Called twice for an application that is mounted in another."""
    if _convert not in list(app.middlewares):
        app.middlewares.append(_convert)


async def _convert(request: Request, handler: Callable[[Request], Awaitable[Answer]]) -> Answer:
    """The innermost middleware: others get the response as it is sent."""
    answer = await handler(request)
    return await carried(answer.antiphon_response, request) if isinstance(answer, _Held) else answer


async def _settle(request: Request, handler: Callable[[Request], Awaitable[Answer]]) -> Answer:
    """The outermost middleware: nobody changes the response after it."""
    answer = await handler(request)
    if isinstance(answer, Carried):
        theirs = [(name.lower(), value) for name, value in answer.headers]
        counted = [line for line in answer.antiphon_lines if line[0] not in OF_CONTENT]
        own = answer.antiphon_lines
        rest = [line for line in own if line[0] in OF_CONTENT]
        lines = own if theirs == counted else settled(own, [*theirs, *rest], request.path)
        _send(request, lines)
    return answer


def _send(request: Request, lines: list[RawHeader]) -> None:
    scope: Any = request.scope
    scope[SENT] = lines


async def _raised(_app: Any, request: Request, error: Any) -> Answer:
    made = await carried(error.response if isinstance(error, Raised) else error, request)
    _send(request, made.antiphon_lines)  # BlackSheep's middlewares are not around it
    return made
