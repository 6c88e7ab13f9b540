"""The shop on five frameworks, from one `responses.py`: the wire is the same on all, octet for octet."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import logging
import socket
import subprocess
import sys
from collections.abc import Callable, Generator
from typing import Any

import pytest

from shop import store as shop_store
from shop.app import service as starlette_service
from shop.store import Store
from shop_frameworks.aiohttp_shop import service as aiohttp_service
from shop_frameworks.flask_shop import service as flask_service
from shop_frameworks.litestar_shop import service as litestar_service
from tests.integrations.conformance.wire import in_thread, uvicorn_serving
from tests.support.paths import ROOT
from tests.support.patience import PATIENCE, free_port

PASSWORD = "correct horse battery"
ANNA = f'{{"name":"Anna","email":"anna@shop.example","password":"{PASSWORD}"}}'
#: Method, path, fields and body; {token} is that of the session.
VISIT: list[tuple[str, str, dict[str, str], str]] = [
    ("GET", "/", {}, ""),
    ("GET", "/health", {}, ""),
    ("POST", "/accounts", {}, '{"name":"Anna"}'),
    ("POST", "/accounts", {}, "not JSON"),
    ("POST", "/accounts", {}, ANNA),
    ("POST", "/accounts", {}, ANNA),
    ("GET", "/account", {}, ""),
    ("GET", "/account", {"Authorization": "Bearer {token}"}, ""),
    ("GET", "/", {"Cookie": "__Host-session={token}"}, ""),
    ("POST", "/session", {}, '{"email":"anna@shop.example","password":"wrong"}'),
    ("POST", "/session", {}, f'{{"email":"anna@shop.example","password":"{PASSWORD}"}}'),
    ("GET", "/items", {}, ""),
    ("GET", "/items", {"If-None-Match": '"items-2"'}, ""),
    ("POST", "/items", {}, "{}"),
    ("POST", "/items", {"Cookie": "__Host-session={token}"}, '{"sku":"cup","name":"A cup","cents":900}'),
    ("POST", "/items", {"Cookie": "__Host-session={token}"}, '{"sku":"cup","name":"A cup","cents":900}'),
    ("GET", "/items/cup", {}, ""),
    ("GET", "/items/none", {}, ""),
    ("DELETE", "/items", {}, ""),
    ("POST", "/orders", {"Cookie": "__Host-session={token}"}, "sku=cup&quantity=2"),
    ("POST", "/orders", {"Cookie": "__Host-session={token}"}, "sku=cup&quantity=0"),
    ("GET", "/orders/1", {"Cookie": "__Host-session={token}"}, ""),
    ("GET", "/orders/1", {}, ""),
    ("DELETE", "/session", {"Cookie": "__Host-session={token}"}, ""),
    ("GET", "/nowhere", {}, ""),
]
#: Written by servers, about the connection or themselves.
OF_THE_SERVER = (b"date:", b"server:", b"connection:", b"keep-alive:")


def exchange(port: int, method: str, path: str, fields: dict[str, str], body: str) -> tuple[bytes, bytes]:
    """The head, without what servers write and with names in lower case, and the body: the octets as they came."""
    lines = [f"{method} {path} HTTP/1.1", "Host: shop.example", "Connection: close"]
    lines += [f"{name}: {value.format(token='token-1')}" for name, value in fields.items()]
    octets = body.encode()
    if body:
        lines += [f"Content-Length: {len(octets)}", "Content-Type: application/json"]
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode() + octets)
        received = b""
        while more := connection.recv(65_536):
            received += more
    head, _, content = received.partition(b"\r\n\r\n")
    status, *found = head.split(b"\r\n")
    kept = [line for line in found if not line.lower().startswith(OF_THE_SERVER)]
    named = [line.partition(b":")[0].lower() + b":" + line.partition(b":")[2] for line in kept]
    return b"\n".join([status.split()[1], *named]), content


@contextlib.contextmanager
def starlette() -> Generator[int]:
    """The shop as it is, on uvicorn."""
    with uvicorn_serving(starlette_service(Store())) as port:
        yield port


@contextlib.contextmanager
def litestar() -> Generator[int]:
    """On Litestar and uvicorn."""
    with uvicorn_serving(litestar_service(Store())) as port:
        yield port


@contextlib.contextmanager
def flask() -> Generator[int]:
    """On Flask and Werkzeug's server."""
    from werkzeug.serving import make_server

    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    port = free_port()
    server = make_server("127.0.0.1", port, flask_service(Store()))
    with in_thread(server.serve_forever, server.shutdown, port):
        yield port
    server.server_close()


@contextlib.contextmanager
def aiohttp() -> Generator[int]:
    """On aiohttp and its server."""
    from aiohttp import web

    port, loop = free_port(), asyncio.new_event_loop()
    runner = web.AppRunner(aiohttp_service(Store()), access_log=None)

    def serve() -> None:
        loop.run_until_complete(runner.setup())
        loop.run_until_complete(web.TCPSite(runner, "127.0.0.1", port).start())
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())
        loop.close()

    with in_thread(serve, lambda: loop.call_soon_threadsafe(loop.stop), port):
        yield port


#: Django has one set of settings in a process, so it has a process. Tokens and times are the same as here.
DJANGO = """
import sys
import uvicorn
from django.conf import settings
settings.configure(ROOT_URLCONF="shop_frameworks.django_shop", ALLOWED_HOSTS=["*"], SECRET_KEY="a key for tests",
                   MIDDLEWARE=["shop_frameworks.django_shop.RefusalMiddleware",
                               "antiphon.integrations.django.ReplyMiddleware"], LOGGING_CONFIG=None)
import django
django.setup()
from tests.integrations.test_shop_on_frameworks import as_ever
as_ever()
from django.core.handlers.asgi import ASGIHandler
uvicorn.run(ASGIHandler(), port=int(sys.argv[1]), log_level="critical")
"""


@contextlib.contextmanager
def django() -> Generator[int]:
    """On Django and uvicorn."""
    port = free_port()
    path = f"{ROOT}:{ROOT / 'examples'}:{ROOT / 'src'}"
    process = subprocess.Popen(
        [sys.executable, "-c", DJANGO, str(port)], cwd=ROOT, env={"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    )
    with in_thread(process.wait, process.terminate, port):
        yield port


SERVED: dict[str, Callable[[], contextlib.AbstractContextManager[int]]] = {
    "starlette": starlette,
    "litestar": litestar,
    "flask": flask,
    "django": django,
    "aiohttp": aiohttp,
}


class Clock(dt.datetime):
    """The time at which everything happens."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Clock:
        """One moment."""
        return cls(2026, 11, 29, 12, tzinfo=tz)


def as_ever() -> tuple[Any, Any]:
    """Let every shop give the same tokens at the same time; gives what was in their place."""
    changed: Any = shop_store
    before: tuple[Any, Any] = changed.datetime, Store.open_session

    def open_session(self: Store, account: Any) -> str:
        sessions: Any = self.__dict__["_sessions"]
        token = f"token-{len(sessions) + 1}"
        sessions[token] = account
        return token

    changed.datetime = Clock
    shop: Any = Store
    shop.open_session = open_session
    return before


@pytest.fixture(scope="module")
def wires() -> dict[str, list[tuple[bytes, bytes]]]:
    """The answers of each service to one visit."""
    before = as_ever()
    found: dict[str, list[tuple[bytes, bytes]]] = {}
    for name, served in SERVED.items():
        with served() as port:
            found[name] = [exchange(port, *request) for request in VISIT]
    changed: Any = shop_store
    changed.datetime = before[0]
    shop: Any = Store
    shop.open_session = before[1]
    return found


@pytest.mark.parametrize("name", [name for name in SERVED if name != "starlette"])
def test_the_wire_is_the_same(wires: dict[str, list[tuple[bytes, bytes]]], name: str) -> None:
    """Status, field lines in their order, and body."""
    for request, expected, found in zip(VISIT, wires["starlette"], wires[name], strict=True):
        assert found == expected, request


def test_every_status_of_the_shop_is_seen(wires: dict[str, list[tuple[bytes, bytes]]]) -> None:
    """All but the 500, which takes a fault."""
    statuses = {head.partition(b"\n")[0] for head, _ in wires["starlette"]}
    assert statuses == {b"200", b"201", b"204", b"303", b"304", b"401", b"404", b"405", b"409", b"422"}
