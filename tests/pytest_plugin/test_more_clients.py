"""`pytest --antiphon` with clients that have a way of their own to the application, and the places that are told."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from tests.pytest_plugin.test_plugin import run

DJANGO = """
import django
from django.conf import settings
from django.http import HttpResponse
from django.urls import path

if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
    django.setup()
"""

#: For each package a suite, and the place that its finding has.
SUITES = {
    "quart": (
        """
import asyncio
from quart import Quart, Response

app = Quart(__name__)

@app.get("/wrong")
async def wrong():
    response = Response("a")
    response.set_cookie("a", "b", samesite="None")
    return response

def test_wrong():
    async def ask():
        assert (await app.test_client().get("/wrong")).status_code == 200
    asyncio.run(ask())
""",
        "",
    ),
    "falcon": (
        """
import falcon
import falcon.asgi
from falcon import testing

class Wrong:
    def on_get(self, request, response):
        response.append_header("Set-Cookie", "a=b; SameSite=None")

class Later:
    async def on_get(self, request, response):
        response.append_header("Set-Cookie", "a=b; SameSite=None")

app, later = falcon.App(), falcon.asgi.App()
app.add_route("/wrong", Wrong())
later.add_route("/wrong", Later())

def test_wsgi():
    assert testing.TestClient(app).simulate_get("/wrong").status_code == 200

def test_function():
    assert testing.simulate_get(app, "/wrong").status_code == 200

def test_asgi():
    assert testing.TestClient(later).simulate_get("/wrong").status_code == 200

def test_conductor():
    async def ask():
        async with testing.ASGIConductor(later) as conductor:
            assert (await conductor.simulate_get("/wrong")).status_code == 200
    falcon.async_to_sync(ask)
""",
        "",
    ),
    "blacksheep": (
        """
import asyncio
from blacksheep import Application, Cookie, CookieSameSiteMode, Response, get
from blacksheep.testing import TestClient

app = Application()

@app.router.get("/wrong")
async def wrong():
    response = Response(200)
    response.set_cookie(Cookie("a", "b", same_site=CookieSameSiteMode.NONE, secure=False))
    response.add_header(b"set-cookie", b"b=c; SameSite=None")
    return response

def test_wrong():
    async def ask():
        await app.start()
        assert (await TestClient(app).get("/wrong")).status == 200
    asyncio.run(ask())
""",
        "",
    ),
    "sanic_testing": (
        """
from sanic import Sanic, text
from sanic_testing.testing import SanicTestClient

app = Sanic("judged")

@app.get("/wrong")
async def wrong(request):
    return text("a", headers={"Set-Cookie": "a=b; SameSite=None"})

def test_wrong():
    _, response = SanicTestClient(app).get("/wrong")
    assert response.status == 200
""",
        "",
    ),
    "webtest": (
        """
from webtest import TestApp as Client

def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8"), ("Set-Cookie", "a=b; SameSite=None")])
    return [b"a"]

def test_wrong():
    client = Client(app)
    assert client.get("/wrong").text == "a"
    assert client.app is app
""",
        "",
    ),
    "ninja": (
        DJANGO
        + """
from django.http import HttpResponse as Plain
from ninja import NinjaAPI
from ninja.testing import TestAsyncClient, TestClient

api = NinjaAPI(urls_namespace="judged")

@api.get("/wrong")
def wrong(request, response: Plain):
    response.set_cookie("a", "b", samesite="None")
    return 1

@api.get("/later")
async def later(request, response: Plain):
    response.set_cookie("a", "b", samesite="None")
    return 1

def test_wrong():
    assert TestClient(api).get("/wrong").status_code == 200

def test_later():
    import asyncio
    assert asyncio.run(TestAsyncClient(api).get("/later")).status_code == 200
""",
        "test_ninja.py:17",
    ),
    "django": (
        DJANGO
        + """
from django.views import View

class Wrong(View):
    def get(self, request):
        response = HttpResponse("a")
        response.set_cookie("a", "b", samesite="None")
        return response

urlpatterns = [path("wrong", Wrong.as_view()), path("letters", lambda request: lettered(), name="letters")]

def lettered():
    response = HttpResponse("a")
    response.set_cookie("a", "\\u20ac", samesite="None")
    return response

def test_wrong():
    from django.test import Client
    assert Client().get("/wrong").content == b"a"

def test_letters_that_no_server_sends():
    from django.test import Client
    assert Client().get("/letters").content == b"a"
""",
        "test_django.py:14",
    ),
    "flask": (
        """
import flask
from flask.views import MethodView

app = flask.Flask(__name__)

class Wrong(MethodView):
    def get(self):
        response = flask.Response("a")
        response.set_cookie("a", "b", samesite="None")
        return response

app.add_url_rule("/wrong", view_func=Wrong.as_view("wrong"))

def test_wrong():
    assert app.test_client().get("/wrong").text == "a"
""",
        "test_flask.py:8",
    ),
    "litestar": (
        """
from litestar import Litestar, Response, get
from litestar.datastructures import Cookie
from litestar.testing import TestClient

@get("/wrong")
async def wrong() -> Response[str]:
    return Response("a", cookies=[Cookie("a", "b", samesite="none")], media_type="text/plain")

def test_wrong():
    with TestClient(Litestar([wrong])) as client:
        assert client.get("/wrong").text == "a"
""",
        "test_litestar.py:6",
    ),
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The output of one run over all suites, which all pass without the judge."""
    room = tmp_path_factory.mktemp("clients")
    (room / "pytest.ini").write_text("[pytest]\n")
    for package, (source, _) in SUITES.items():
        if find_spec(package) is not None:
            (room / f"test_{package}.py").write_text(source)
    assert " failed" not in run(room, "-q")[1]
    return run(room, "--antiphon", "-rA")[1]


@pytest.mark.parametrize("package", SUITES)
def test_a_wrong_response_fails_its_test(package: str, said: str) -> None:
    """At the place of the handler, where that is known."""
    if find_spec(package) is None:
        pytest.skip(f"{package} is not installed")
    source, place = SUITES[package]

    assert said.count(f"\nFAILED test_{package}.py::") == source.count("\ndef test_"), said
    assert f" --> {place}" in said, said  # where it is not known, the part of the response alone


def test_each_response_is_counted(said: str) -> None:
    """So that a suite whose client is not watched is told from one without a mistake."""
    asked = sum(source.count("\ndef test_") for package, (source, _) in SUITES.items() if find_spec(package))

    assert f"\n{asked} responses judged: " in said
