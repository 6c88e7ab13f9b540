# Written by `nox -s generate` from src; do not edit.
"""aiohttp: a handler returns a declared response.

    @replies
    async def show(request: web.Request) -> UserShown | NotFound: ...

    app = web.Application(middlewares=[...])
    app.add_routes([web.get("/users/{id}", show)])
    install(app)

`@replies` says to type checkers that aiohttp takes it; without them it may be left out. Middlewares and
`on_response_prepare` get a response of aiohttp's own class.
"""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, ParamSpec

from aiohttp import web

from antiphon.responses import Response

P = ParamSpec("P")

def install(app: web.Application) -> None:
    """Let handlers and middlewares return declared responses, and raise them. Call it when all middlewares are there.

    An application with middlewares of its own that is to be added to another is switched on by itself, before.
    """

def replies(handler: Callable[P, Awaitable[Any]]) -> Callable[P, Coroutine[Any, Any, web.StreamResponse]]:
    """The handler as aiohttp's types want it. It works without `install` as well."""

async def carried(response: Response[Any, Any], request: web.Request) -> web.StreamResponse:
    """A response of aiohttp's class that sends the same."""
