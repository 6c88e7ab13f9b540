"""Falcon, by WSGI and ASGI: a responder returns a declared response.

    class Users:
        async def on_post(self, req: Request, resp: Response) -> UserCreated | EmailTaken: ...

    app = falcon.asgi.App(router=Router(), response_type=AsyncResponse)  # falcon.App(..., response_type=Response)
    install(app)
    app.add_route("/users", Users())

Hooks and middleware see its status, headers and data on `resp`, and may change them.
"""

from __future__ import annotations

from typing import Any

import falcon
import falcon.asgi
from falcon.routing import CompiledRouter

from antiphon.integrations.around import around
from antiphon.integrations.falcon_response import AsyncResponse, Response
from antiphon.reply.raisable import Raisable, Raised
from antiphon.responses import Response as Declared
from antiphon.responses.lines import async_lines, is_whole, lines
from antiphon.responses.wsgi import scope_of

__all__ = ["AsyncResponse", "Response", "Router", "install"]


class Router(CompiledRouter):
    """Falcon's router, whose responders may return declared responses."""

    def map_http_methods(self, resource: object, **options: Any) -> Any:
        """The responders of a resource, each of which puts what it returns into its `resp`."""
        found: Any = super().map_http_methods(resource, **options)
        return {method: around(responder, _put, _put_later) for method, responder in found.items()}


def install(app: Any) -> None:
    """Let an application send the replies that are raised below it."""
    later = isinstance(app, falcon.asgi.App)
    for kind in (Raisable, Raised):
        app.add_error_handler(kind, _raised_later if later else _raised)


def _put(returned: Any, req: Any, resp: Any, **_params: Any) -> None:
    if isinstance(returned, Declared):
        found = lines(returned, None if is_whole(returned) else scope_of(req.env))
        resp.carry(returned, found, req)


async def _put_later(returned: Any, req: Any, resp: Any, **_params: Any) -> None:
    if isinstance(returned, Declared):
        found = await async_lines(returned, None if is_whole(returned) else _scope(req))
        resp.carry(returned, found, req)


def _scope(req: Any) -> dict[str, Any]:
    headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in req.headers.items()]
    return {"method": req.method, "headers": headers}


def _raised(req: Any, resp: Any, error: Any, _params: Any) -> None:
    _put(error.response if isinstance(error, Raised) else error, req, resp)


async def _raised_later(req: Any, resp: Any, error: Any, _params: Any) -> None:
    await _put_later(error.response if isinstance(error, Raised) else error, req, resp)
