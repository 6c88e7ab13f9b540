"""The conformance suite under Falcon: by WSGI on waitress, and by ASGI on uvicorn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import falcon
import falcon.asgi
import pytest
from falcon.testing import TestClient
from waitress.server import create_server  # type: ignore[import-untyped]  # it has no types

from antiphon.integrations.falcon import AsyncResponse, Response, Router, install
from tests.integrations.conformance.cases import ALL, CASES
from tests.integrations.conformance.suite import *  # noqa: F403 - the tests themselves
from tests.integrations.conformance.suite import APPENDED, CHANGED, Service
from tests.integrations.conformance.wire import Answer, in_thread, uvicorn_serving
from tests.support.patience import free_port


def change(req: Any, resp: Any) -> None:
    """Add and change lines."""
    if req.get_header("X-Append"):
        resp.set_header("X-Appended", "1")
        resp.append_header("Vary", "Cookie")
        resp.append_header("Set-Cookie", APPENDED[-1][1].decode())
    if req.get_header("X-Change"):
        resp.set_header(CHANGED[0].decode(), CHANGED[1].decode())


class Around:
    """Middleware of both interfaces."""

    def process_response(self, req: Any, resp: Any, resource: Any, req_succeeded: bool) -> None:
        """By WSGI."""
        change(req, resp)

    async def process_response_async(self, req: Any, resp: Any, resource: Any, req_succeeded: bool) -> None:
        """By ASGI."""
        change(req, resp)


class Cases:
    """Gives each case."""

    def on_get(self, _req: Any, _resp: Any, name: str) -> Any:
        """By WSGI."""
        return ALL[name].make()

    on_head = on_get

    def on_get_beside(self, _req: Any, resp: Any, name: str) -> Any:
        """With lines that are set before the response is there."""
        resp.set_cookie("beside", "1")
        resp.set_header("X-Beside", "1")
        resp.set_header("ETag", '"2"')
        return CASES[name].make()


class CasesLater:
    """Gives each case."""

    async def on_get(self, _req: Any, _resp: Any, name: str) -> Any:
        """By ASGI."""
        return ALL[name].make()

    on_head = on_get


def by_wsgi() -> Any:
    """The application by WSGI."""
    app = falcon.App(router=Router(), response_type=Response, middleware=[Around()])
    install(app)
    app.add_route("/{name}", Cases())
    app.add_route("/beside/{name}", Cases(), suffix="beside")
    return app


def by_asgi() -> Any:
    """The application by ASGI."""
    app = falcon.asgi.App(router=Router(), response_type=AsyncResponse, middleware=[Around()])
    install(app)
    app.add_route("/{name}", CasesLater())
    return app


@pytest.fixture(scope="module", params=["wsgi", "asgi"])
def service(request: pytest.FixtureRequest) -> Iterator[Service]:
    """The application by both interfaces."""
    app = by_asgi() if request.param == "asgi" else by_wsgi()

    def client(method: str, path: str, headers: dict[str, str]) -> Answer:
        answer = TestClient(app).simulate_request(method, path, headers=headers)
        lines = [(name.encode(), value.encode("latin-1")) for name, value in answer.headers.items()]
        return Answer(answer.status_code, lines, answer.content)

    # Falcon's client keeps one line for each name, and by WSGI wants a Content-Type of everything with a length.
    unread = frozenset(("created", "created-head", "repeated", "cookies", "redirect", "file-unsatisfiable"))
    if request.param == "asgi":
        with uvicorn_serving(app) as port:
            yield Service(port, client, unread=unread)
        return
    port = free_port()
    server = create_server(app, host="127.0.0.1", port=port)

    def run() -> None:
        with suppress(OSError):  # it is closed while it waits
            server.run()

    with in_thread(run, server.close, port):
        # Waitress sorts the lines.
        yield Service(port, client, unread=unread, ordered=False, server_adds=frozenset((b"content-length",)))


def test_what_was_set_on_the_response_before_is_merged(caplog: pytest.LogCaptureFixture) -> None:
    """As with FastAPI's injected response: of two tags the response's own is sent."""
    answer = TestClient(by_wsgi()).simulate_get("/beside/page")
    assert (answer.headers["x-beside"], answer.headers["etag"]) == ("1", '"1"')
    assert answer.cookies["beside"].value == "1"
    assert "both have ETag" in caplog.text
