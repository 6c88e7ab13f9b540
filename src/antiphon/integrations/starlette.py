"""Starlette: a declared reply may be raised anywhere below a handler.

app = Starlette(routes=[...])
install(app)

async def show(request: Request) -> Response:
    raise UserNotFound(Problem(title="Not found"))
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from antiphon.integrations.problems import http_problem, server_problem
from antiphon.reply.filled import FILL
from antiphon.reply.raisable import Raisable, Raised


def install(
    app: Starlette,
    *,
    problems: tuple[Literal["http", "server"], ...] = (),
    fill: Callable[[Request], Mapping[str, Any]] | None = None,
) -> None:
    """Let an application send the replies that are raised below its handlers.

    A Raisable is sent as it is, a Raised as the response that it carries; a websocket that was not accepted yet is
    denied with it. Call it before the first request: Starlette builds its middleware then.

    `problems` chooses errors of Starlette's that become problem details: "http" is HTTPException, with 404 and 405 of
    the router, "server" what nobody handles. `fill` gives the members that problems have and that nobody gave, such as
    `instance` and a trace id.
    """
    app.add_exception_handler(Raisable, send_raised)
    app.add_exception_handler(Raised, send_raised)
    if "http" in problems:
        app.add_exception_handler(HTTPException, http_problem)
    if "server" in problems:
        app.add_exception_handler(Exception, server_problem)
    fill_problems(app, fill)


def fill_problems(app: Any, fill: Callable[[Request], Mapping[str, Any]] | None) -> None:
    """Let an application's problems have the members that `fill` gives."""
    if fill is not None:
        setattr(app, FILL, lambda scope: fill(Request(scope)))


async def send_raised(_connection: HTTPConnection, error: Exception) -> Response:
    """The handler of what was raised."""
    return response_of(error)


def response_of(error: Any) -> Response:
    """The response that was raised."""
    response: Response = error.response if isinstance(error, Raised) else error
    return response
