"""The conformance suite under Quart, on hypercorn."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
import quart
from hypercorn.asyncio import serve
from hypercorn.config import Config
from quart.sessions import SecureCookieSessionInterface, SessionMixin

from antiphon.integrations.quart import install, replies
from tests.integrations.conformance.cases import ALL, CASES
from tests.integrations.conformance.suite import *  # noqa: F403 - the tests themselves
from tests.integrations.conformance.suite import APPENDED, CHANGED, Service
from tests.integrations.conformance.wire import Answer, in_thread
from tests.support.patience import free_port


class SavedWhereChanged(SecureCookieSessionInterface):
    """Quart 0.23.1 with Flask 3.1.3 takes every session for one that was read, and adds `Vary: Cookie` to all."""

    async def save_session(self, app: quart.Quart, session: SessionMixin, response: Any) -> None:
        """Only for a session that a handler has changed."""
        if session.modified:
            await super().save_session(app, session, response)


def application() -> quart.Quart:
    """A view for each case, and hooks that add and change lines."""
    app = quart.Quart(__name__)
    app.secret_key = "a key for tests"
    app.session_interface = SavedWhereChanged()
    install(app)

    @app.get("/<name>")
    @replies
    async def view(name: str) -> Any:
        return ALL[name].make()

    @app.get("/session/<name>")
    async def session(name: str) -> Any:
        quart.session["visited"] = True
        return CASES[name].make(), 203, {"X-More": "1"}

    @app.after_request
    async def hooks(response: quart.Response) -> quart.Response:
        if "X-Append" in quart.request.headers:
            for name, value in APPENDED[:-1]:
                response.headers.add(name.decode(), value.decode())
            response.set_cookie("seen", "1")
        if "X-Change" in quart.request.headers:
            response.headers[CHANGED[0].decode()] = CHANGED[1].decode()
        return response

    return app


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """The application on hypercorn."""
    app = application()
    port, loop = free_port(), asyncio.new_event_loop()
    over = asyncio.Event()
    config = Config()
    config.bind = [f"127.0.0.1:{port}"]
    config.errorlog = None
    config.graceful_timeout = 0.1

    async def asked(method: str, path: str, headers: dict[str, str]) -> Answer:
        client: Any = app.test_client(use_cookies=False)
        answer = await client.open(path, method=method, headers=headers)
        lines = [(name.encode(), value.encode()) for name, value in answer.headers]
        return Answer(answer.status_code, lines, await answer.get_data(as_text=False))

    def client(method: str, path: str, headers: dict[str, str]) -> Answer:
        return asyncio.run(asked(method, path, headers))

    def run() -> None:
        loop.run_until_complete(serve(app, config, shutdown_trigger=over.wait))
        loop.close()

    with in_thread(run, lambda: loop.call_soon_threadsafe(over.set), port):
        added = frozenset((b"content-length", b"content-type"))
        yield Service(
            port,
            client,
            uncarried=frozenset(("octets-in-a-field",)),
            client_adds=added,
            unread=frozenset(("created-head", "file-head")),  # it shows the body, and counts what it has not got
        )


def test_sessions_and_tuples() -> None:
    """Quart's own cookie is beside the declared ones, and Vary is one line."""

    async def asked() -> Any:
        return await application().test_client().get("/session/created")

    answer = asyncio.run(asked())
    assert (answer.status_code, answer.headers["X-More"]) == (203, "1")
    cookies = [line.partition("=")[0] for line in answer.headers.getlist("Set-Cookie")]
    assert cookies == ["__Host-session", "theme", "session"]
    assert answer.headers.getlist("Vary") == ["Accept, Origin, Cookie"]
