"""The conformance suite under Starlette and FastAPI, on uvicorn: they send the responses themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import fastapi
import pytest
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.routing import Route
from starlette.testclient import TestClient

from antiphon.integrations import fastapi as on_fastapi
from antiphon.integrations import starlette as on_starlette
from antiphon.responses import Response
from tests.integrations.conformance.cases import ALL
from tests.integrations.conformance.suite import *  # noqa: F403 - the tests themselves
from tests.integrations.conformance.suite import APPENDED, CHANGED, Service
from tests.integrations.conformance.wire import Answer, uvicorn_serving


class Around:
    """A middleware that adds and changes lines."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Send what the application sends, with more lines."""
        asked = dict(scope.get("headers", ()))

        async def sent(message: Any) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if b"x-append" in asked:
                    headers.append("X-Appended", "1")
                    headers.add_vary_header("Cookie")
                    headers.append("Set-Cookie", APPENDED[-1][1].decode())
                if b"x-change" in asked:
                    headers[CHANGED[0].decode()] = CHANGED[1].decode()
            await send(message)

        await self._app(scope, receive, sent)


async def endpoint(request: Request) -> Response[Any, Any]:
    """Give each case."""
    return ALL[request.path_params["name"]].make()


def of_starlette() -> Any:
    """By a route."""
    app = Starlette(routes=[Route("/{name}", endpoint)])
    app.add_middleware(Around)
    on_starlette.install(app)
    return app


def of_fastapi() -> Any:
    """By an operation."""
    app = fastapi.FastAPI()
    app.add_middleware(Around)
    on_fastapi.install(app)

    @app.api_route("/{name}", methods=["GET", "HEAD"], response_model=None)
    def operation(name: str) -> Response[Any, Any]:
        return ALL[name].make()

    return app


@pytest.fixture(scope="module", params=["starlette", "fastapi"])
def service(request: pytest.FixtureRequest) -> Iterator[Service]:
    """The application of each."""
    app = of_starlette() if request.param == "starlette" else of_fastapi()

    def client(method: str, path: str, headers: dict[str, str]) -> Answer:
        answer = TestClient(app).request(method, path, headers=headers, follow_redirects=False)
        return Answer(answer.status_code, answer.headers.raw, answer.content)

    with uvicorn_serving(app) as port:
        yield Service(port, client, unread=frozenset(("octets-in-a-field", "utf-8-in-a-field")))
