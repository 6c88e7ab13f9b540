"""The conformance suite under aiohttp, on its own server."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from antiphon.integrations.aiohttp import install, replies
from tests.integrations.conformance.cases import ALL, CASES, Page
from tests.integrations.conformance.suite import *  # noqa: F403 - the tests themselves
from tests.integrations.conformance.suite import APPENDED, CHANGED, Service
from tests.integrations.conformance.wire import Answer, in_thread
from tests.support.patience import free_port


@replies
async def view(request: web.Request) -> Any:
    """Give each case."""
    return ALL[request.match_info["name"]].make()


@web.middleware
async def around(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Add and change lines."""
    response = await handler(request)
    if "X-Append" in request.headers:
        for name, value in APPENDED[:-1]:
            response.headers.add(name.decode(), value.decode())
        response.set_cookie("seen", "1")
    return response


async def prepare(request: web.Request, response: web.StreamResponse) -> None:
    """Change lines in aiohttp's signal."""
    if "X-Change" in request.headers:
        response.headers[CHANGED[0].decode()] = CHANGED[1].decode()


def application() -> web.Application:
    """A route for each case."""
    app = web.Application(middlewares=[around])
    app.on_response_prepare.append(prepare)
    app.router.add_get("/{name}", view)
    install(app)
    return app


async def asked(app: web.Application, method: str, path: str, headers: dict[str, str]) -> Answer:
    """The answer to aiohttp's own test client."""
    async with TestClient(TestServer(app)) as client:
        answer = await client.request(method, path, headers=headers, allow_redirects=False)
        lines = [(name.encode(), value.encode("utf-8", "surrogateescape")) for name, value in answer.headers.items()]
        return Answer(answer.status, lines, await answer.read())


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """The application on aiohttp's server."""
    logging.getLogger("aiohttp").setLevel(logging.CRITICAL)
    port, loop = free_port(), asyncio.new_event_loop()
    runner = web.AppRunner(application(), access_log=None, shutdown_timeout=1)

    def serve() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(runner.setup())
        loop.run_until_complete(web.TCPSite(runner, "127.0.0.1", port).start())
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())
        loop.close()

    def client(method: str, path: str, headers: dict[str, str]) -> Answer:
        return asyncio.run(asked(application(), method, path, headers))

    with in_thread(serve, lambda: loop.call_soon_threadsafe(loop.stop), port):
        yield Service(port, client, uncarried=frozenset(("octets-in-a-field",)))


def test_subapplications_and_views_and_middlewares_that_raise() -> None:
    """Whatever is below an application, or around it."""

    async def page(_request: web.Request) -> Any:
        return CASES["page"].make()

    class One(web.View):
        @replies
        async def get(self) -> Page:
            return Page("<p>é</p>")

    @web.middleware
    async def refuse(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        if request.path == "/refused":
            CASES["raised"].make()
        return await handler(request)

    def app() -> web.Application:
        made = web.Application(middlewares=[refuse])
        inner = web.Application(middlewares=[around])
        inner.router.add_get("/page", page)
        install(inner)
        made.add_subapp("/in", inner)
        made.router.add_view("/view", One)
        install(made)
        return made

    assert asyncio.run(asked(app(), "GET", "/in/page", {})).body == "<p>é</p>".encode()
    assert asyncio.run(asked(app(), "GET", "/view", {})).body == "<p>é</p>".encode()
    assert asyncio.run(asked(app(), "GET", "/refused", {})).status == 404
