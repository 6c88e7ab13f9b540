"""The conformance suite under BlackSheep, on uvicorn."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from blacksheep import Application, Cookie, Request
from blacksheep import Response as Answered
from blacksheep.testing import TestClient

from antiphon.integrations.blacksheep import install
from antiphon.responses import Response
from tests.integrations.conformance.cases import ALL
from tests.integrations.conformance.suite import *  # noqa: F403 - the tests themselves
from tests.integrations.conformance.suite import APPENDED, CHANGED, Service
from tests.integrations.conformance.wire import Answer, uvicorn_serving


def application() -> Application:
    """A handler for each case, and a middleware that adds and changes lines."""
    app = Application()
    install(app)

    @app.router.get("/{name}")
    async def view(name: str) -> Response[Any, Any]:
        return ALL[name].make()

    @app.router.head("/{name}")
    def head(name: str) -> Response[Any, Any]:
        return ALL[name].make()

    async def around(request: Request, handler: Callable[[Request], Awaitable[Answered]]) -> Answered:
        response = await handler(request)
        if request.headers.contains(b"x-append"):
            for name, value in APPENDED[:-1]:
                response.headers.add(name, value)
            response.set_cookie(Cookie("seen", "1", path="/"))
        if request.headers.contains(b"x-change"):
            response.headers.set(*CHANGED)
        return response

    app.middlewares.append(around)
    return app


async def asked(method: str, path: str, headers: dict[str, str]) -> Answer:
    """The answer to BlackSheep's own test client."""
    app: Any = application()
    await app.start()
    client: Any = TestClient(app)
    send = client.get if method == "GET" else client.head
    answer = await send(path, headers=headers)
    body = await answer.read() or b""
    return Answer(answer.status, [(name, value) for name, value in answer.headers], body)


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """The application under uvicorn."""

    def client(method: str, path: str, headers: dict[str, str]) -> Answer:
        return asyncio.run(asked(method, path, headers))

    with uvicorn_serving(application()) as port:
        yield Service(
            port,
            client,
            around_raised=False,
            unread=frozenset(("created-head", "file-head")),  # it shows the body, and counts what it has not got
            client_adds=frozenset((b"content-length", b"content-type")),
        )
