# Written by `nox -s generate` from src; do not edit.
"""Sanic: a handler returns a declared response.

    app = Sanic("shop")
    install(app)

    @app.post("/users")
    async def sign_up(request: Request) -> UserCreated | EmailTaken: ...

Middleware and signals get a response of Sanic's own class.
"""

from collections.abc import AsyncGenerator, Iterator
from typing import Any

import sanic
from sanic.response import HTTPResponse

from antiphon.responses import Response
from antiphon.runtime.plan import RawHeader

def install(app: sanic.Sanic[Any, Any]) -> None:
    """Let the handlers of an application return declared responses, and raise them anywhere."""

class Carried(HTTPResponse):
    """A response of Sanic's with a declared one's lines."""

    __slots__ = ("_begun", "_lines", "_pieces", "_where", "_work")

    def keep(self, own: list[RawHeader], where: str, pieces: AsyncGenerator[bytes] | None, work: Any) -> None:
        """The rest of what it needs."""

    @property
    def processed_headers(self) -> Iterator[RawHeader]:
        """The lines that are sent; Sanic's own way adds a Content-Type."""

    async def send(self, data: Any = None, end_stream: bool | None = None) -> None:
        """Send everything, when Sanic asks for the end of it."""

async def carried(response: Response[Any, Any], request: Any) -> HTTPResponse:
    """A response of Sanic's class that sends the same."""
