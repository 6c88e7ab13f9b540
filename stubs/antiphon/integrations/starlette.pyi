# Written by `nox -s generate` from src; do not edit.
"""Starlette: a declared reply may be raised anywhere below a handler.

app = Starlette(routes=[...])
install(app)

async def show(request: Request) -> Response:
raise UserNotFound(Problem(title="Not found"))
"""

from typing import Any

from starlette.applications import Starlette
from starlette.requests import HTTPConnection
from starlette.responses import Response

def install(app: Starlette) -> None:
    """Let an application send the replies that are raised below its handlers.

    A Raisable is sent as it is, a Raised as the response that it carries; a websocket that was not accepted yet is
    denied with it. Call it before the first request: Starlette builds its middleware then.
    """

async def send_raised(connection: HTTPConnection, error: Exception) -> Response:
    """The handler of what was raised."""

def response_of(error: Any) -> Response:
    """The response that was raised."""
