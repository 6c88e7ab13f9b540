"""An application of each framework with two routes: `/antiphon`, a declared response, and `/own`, its own."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import msgspec

from antiphon import Reply, host_cookie

Asynchronous = Callable[[], Awaitable[Any]]
Ask = Callable[[], Any]
Made = tuple[str, Any]

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
COOKIE: dict[str, Any] = {"max_age": 3600, "secure": True, "httponly": True, "samesite": "Lax"}


class User(msgspec.Struct):
    """Ten fields."""

    id: int = 1
    name: str = "Anna Example"
    email: str = "anna@shop.example"
    city: str = "Zürich"
    score: float = 4.5
    active: bool = True
    roles: list[str] = msgspec.field(default_factory=lambda: ["buyer", "seller"])
    visits: int = 12
    language: str = "de"
    note: str = "a note of some length, as people write them"


class SignedIn(Reply[User], cache_control="no-store", x_content_type_options="nosniff", referrer_policy="no-referrer"):
    """A user with a session."""

    session: str = host_cookie(max_age=timedelta(hours=1))


USER = User()
#: For frameworks whose own encoder knows no Struct.
PLAIN: dict[str, Any] = msgspec.to_builtins(USER)


def declared() -> SignedIn:
    """The declared response."""
    return SignedIn(USER, session="token")


async def litestar() -> Made:
    """Litestar: `Response` with headers and a cookie; its encoder is msgspec."""
    from litestar import Litestar, Response, get

    from antiphon.integrations.litestar import Replies

    @get("/antiphon")
    async def ours() -> SignedIn:
        return declared()

    @get("/own")
    async def own() -> Any:
        response = Response(USER, headers=HEADERS)
        response.set_cookie("__Host-session", "token", max_age=3600, secure=True, httponly=True)
        return response

    return "asgi", Litestar([ours, own], plugins=[Replies()], openapi_config=None, logging_config=None)


async def flask() -> Made:
    """Flask: `jsonify`, headers, `set_cookie`."""
    import flask

    from antiphon.integrations.flask import install

    app = flask.Flask(__name__)
    install(app)

    def own() -> Any:
        response = flask.jsonify(PLAIN)
        response.headers.update(HEADERS)
        response.set_cookie("__Host-session", "token", **COOKIE)
        return response

    view: Any = declared
    app.add_url_rule("/antiphon", view_func=view)
    app.add_url_rule("/own", view_func=own)
    return "wsgi", app


def _django() -> None:
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(
            ALLOWED_HOSTS=["*"],
            MIDDLEWARE=["antiphon.integrations.django.ReplyMiddleware"],
            ROOT_URLCONF=__name__,
            SECRET_KEY="a key for benchmarks",
        )
        django.setup()


def _django_own(_request: Any) -> Any:
    from django.http import JsonResponse

    response = JsonResponse(PLAIN, headers=HEADERS)
    response.set_cookie("__Host-session", "token", **COOKIE)
    return response


def _django_antiphon(_request: Any) -> Any:
    return declared()


class _Routes:
    """The urlpatterns, made when Django asks for them first: it may not be installed."""

    @functools.cached_property
    def made(self) -> list[Any]:
        """Django's routes."""
        from django.urls import path

        return [path("antiphon", _django_antiphon), path("own", _django_own)]

    def __iter__(self) -> Any:
        return iter(self.made)

    def __reversed__(self) -> Any:
        return reversed(self.made)


urlpatterns = _Routes()


async def django() -> Made:
    """Django by WSGI: `JsonResponse`, `set_cookie`."""
    _django()
    from django.core.handlers.wsgi import WSGIHandler

    return "wsgi", WSGIHandler()


async def aiohttp() -> Made:
    """aiohttp: `json_response`, `set_cookie`; without a socket."""
    from aiohttp import web
    from aiohttp.test_utils import make_mocked_request

    from antiphon.integrations.aiohttp import install

    async def ours(_request: web.Request) -> Any:
        return declared()

    async def own(_request: web.Request) -> web.Response:
        response = web.json_response(PLAIN, headers=HEADERS)
        response.set_cookie("__Host-session", "token", **COOKIE)
        return response

    app = web.Application()
    app.add_routes([web.get("/antiphon", ours), web.get("/own", own)])
    install(app)
    app.freeze()

    class Writer:
        """Takes what is written."""

        length: Any = None
        output_size = 0

        def __init__(self) -> None:
            self.headers: Any = {}
            self.written = b""

        async def write_headers(self, _status: str, headers: Any) -> None:
            self.headers = headers

        async def write_eof(self, data: bytes = b"") -> None:
            self.written += data

        def send_headers(self) -> None:
            """Nothing is held back."""

    def asking(path: str) -> Asynchronous:
        request: Any = make_mocked_request("GET", path, app=app)  # once: it is dearer than all the rest

        async def ask() -> Any:
            writer: Any = Writer()
            request._payload_writer = writer
            response = await app._handle(request)
            await response.prepare(request)
            await response.write_eof()
            return response.status, {name.lower(): value for name, value in writer.headers.items()}, writer.written

        return ask

    return "own", asking


async def quart() -> Made:
    """Quart: `jsonify`, headers, `set_cookie`."""
    import quart

    from antiphon.integrations.quart import install

    app = quart.Quart(__name__)
    install(app)

    async def ours() -> Any:
        return declared()

    async def own() -> Any:
        response = quart.jsonify(PLAIN)
        response.headers.update(HEADERS)
        response.set_cookie("__Host-session", "token", **COOKIE)
        return response

    app.add_url_rule("/antiphon", view_func=ours)
    app.add_url_rule("/own", view_func=own)
    return "asgi", app


async def sanic() -> Made:
    """Sanic by ASGI: `json`, headers, `add_cookie`."""
    import sanic
    from sanic.response import json

    from antiphon.integrations.sanic import install

    app: Any = sanic.Sanic("benchmark", configure_logging=False)
    app.config.AUTO_EXTEND = False
    app.config.ACCESS_LOG = False
    install(app)

    async def ours(_request: Any) -> Any:
        return declared()

    async def own(_request: Any) -> Any:
        response = json(PLAIN, headers=HEADERS)
        response.add_cookie("__Host-session", "token", path="/", max_age=3600, httponly=True)
        return response

    app.add_route(ours, "/antiphon")
    app.add_route(own, "/own")
    app.asgi = True
    await app._startup()
    return "asgi", app


async def falcon() -> Made:
    """Falcon by ASGI: `resp.media`, headers, `set_cookie`."""
    import falcon.asgi

    from antiphon.integrations.falcon import AsyncResponse, Router

    class Ours:
        """The declared response."""

        async def on_get(self, _req: Any, _resp: Any) -> Any:
            """GET."""
            return declared()

    class Own:
        """Falcon's."""

        async def on_get(self, _req: Any, resp: Any) -> None:
            """GET."""
            resp.media = PLAIN
            resp.set_headers(HEADERS)
            resp.set_cookie("__Host-session", "token", max_age=3600, http_only=True, same_site="Lax", path="/")

    app: Any = falcon.asgi.App(router=Router(), response_type=AsyncResponse)
    app.add_route("/antiphon", Ours())
    app.add_route("/own", Own())
    return "asgi", app


async def blacksheep() -> Made:
    """BlackSheep: `json`, headers, `set_cookie`."""
    from blacksheep import Application, Cookie, json

    from antiphon.integrations.blacksheep import install

    app: Any = Application()
    install(app)

    async def ours() -> SignedIn:
        return declared()

    async def own() -> Any:
        response = json(PLAIN)
        for name, value in HEADERS.items():
            response.add_header(name.encode(), value.encode())
        response.set_cookie(Cookie("__Host-session", "token", path="/", max_age=3600, secure=True, http_only=True))
        return response

    app.router.add_get("/antiphon", ours)
    app.router.add_get("/own", own)
    await app.start()
    return "asgi", app


APPLICATIONS: dict[str, Callable[[], Awaitable[Made]]] = {
    "Litestar": litestar,
    "Flask": flask,
    "Django": django,
    "aiohttp": aiohttp,
    "Quart": quart,
    "Sanic": sanic,
    "Falcon": falcon,
    "BlackSheep": blacksheep,
}
