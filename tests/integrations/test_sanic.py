"""The conformance suite under Sanic, on its own server."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import sanic

from antiphon.integrations.sanic import install
from tests.integrations.conformance.cases import ALL
from tests.integrations.conformance.suite import *  # noqa: F403 - the tests themselves
from tests.integrations.conformance.suite import APPENDED, CHANGED, Service
from tests.integrations.conformance.wire import Answer, ask, in_thread
from tests.support.patience import free_port


def application() -> Any:
    """A handler for each case, and middleware that adds and changes lines."""
    app: Any = sanic.Sanic("conformance", configure_logging=False)
    app.config.ACCESS_LOG = False
    app.config.MOTD = False
    app.config.AUTO_EXTEND = False
    install(app)

    async def view(_request: Any, name: str) -> Any:
        return ALL[name].make()

    async def around(request: Any, response: Any) -> None:
        if "X-Append" in request.headers:
            for name, value in APPENDED[:-1]:
                response.headers.add(name.decode(), value.decode())
            response.add_cookie("seen", "1", secure=False, samesite=None)
        if "X-Change" in request.headers:
            response.headers[CHANGED[0].decode()] = CHANGED[1].decode()

    app.add_route(view, "/<name:str>", methods=["GET", "HEAD"])
    app.register_middleware(around, "response")
    return app


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """The application on Sanic's server."""
    app = application()
    for name in ("sanic.error", "sanic.root"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    port, loop = free_port(), asyncio.new_event_loop()

    async def begin() -> Any:
        server = await app.create_server(port=port, return_asyncio_server=True, access_log=False)
        await server.startup()
        await server.start_serving()
        return server

    def serve() -> None:
        asyncio.set_event_loop(loop)
        server = loop.run_until_complete(begin())
        loop.run_forever()
        server.close()
        loop.run_until_complete(server.wait_closed())
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()

    def client(method: str, path: str, headers: dict[str, str]) -> Answer:
        return ask(port, method, path, headers.items())  # Sanic's own is a server and httpx, in a package of its own

    with in_thread(serve, lambda: loop.call_soon_threadsafe(loop.stop), port):
        yield Service(port, client)
