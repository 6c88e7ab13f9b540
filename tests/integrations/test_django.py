"""The conformance suite under Django: by WSGI on its own server, and by ASGI on uvicorn."""

from __future__ import annotations

import gc
import logging
import pickle
import warnings
from collections.abc import Iterator
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler

import django
import pytest
from django.conf import settings
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import include, path
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.vary import vary_on_headers

if settings.configured:
    pytest.skip("another module has configured Django, which is done once in a process", allow_module_level=True)
settings.configure(
    ALLOWED_HOSTS=["*"],
    DEBUG=False,
    LOGGING_CONFIG=None,
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "tests.integrations.conformance.django_middleware.around",
        "antiphon.integrations.django.ReplyMiddleware",
    ],
    ROOT_URLCONF=__name__,
    SECRET_KEY="a key for tests",
    SECURE_CONTENT_TYPE_NOSNIFF=False,
    SECURE_CROSS_ORIGIN_OPENER_POLICY=None,
    SECURE_REFERRER_POLICY=None,
    SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
)
django.setup()

from django.core.handlers.asgi import ASGIHandler  # noqa: E402 - after the settings
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.core.servers.basehttp import ThreadedWSGIServer  # noqa: E402

import antiphon.integrations.django as django_integration  # noqa: E402
from antiphon.integrations.django import replies  # noqa: E402
from tests.integrations.conformance.cases import ALL, CASES, Page, expected  # noqa: E402
from tests.integrations.conformance.suite import *  # noqa: E402, F403 - the tests themselves
from tests.integrations.conformance.suite import Service  # noqa: E402
from tests.integrations.conformance.wire import Answer, in_thread, uvicorn_serving, without_server  # noqa: E402
from tests.support.patience import free_port  # noqa: E402

#: Django leaves the file of a request's body open where the client left.
pytestmark = pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning")


def view(_request: HttpRequest, name: str) -> Any:
    """Give each case."""
    return ALL[name].make()


async def later(_request: HttpRequest, name: str) -> Any:
    """The same in a coroutine."""
    return ALL[name].make()


@never_cache
@vary_on_headers("Accept-Language")
@replies
def decorated(_request: HttpRequest) -> Page:
    """Below decorators that look at the response."""
    return Page("<p>a</p>")


class Shown(View):
    """A view that is a class."""

    @method_decorator(never_cache)
    @replies
    def get(self, _request: HttpRequest) -> Page:
        """Show it."""
        return Page("<p>a</p>")

    def post(self, request: HttpRequest) -> Any:
        """Keep something in the session."""
        request.session["visited"] = True
        return CASES["created"].make()


urlpatterns = [
    path("in/", include([path("decorated", decorated), path("shown", Shown.as_view())])),
    path("later/<name>", later),
    path("replied/<name>", replies(later)),
    path("<name>", view),
]


def client(method: str, target: str, headers: dict[str, str]) -> Answer:
    """The answer to Django's own test client."""
    answer: Any = Client().generic(method, target, headers=headers)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    lines = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.items()]
    answer.close()
    return Answer(answer.status_code, lines, body)


class Quiet(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="module", params=["wsgi", "asgi"])
def service(request: pytest.FixtureRequest) -> Iterator[Service]:
    """The application by both interfaces."""
    logging.getLogger("django").setLevel(logging.CRITICAL)
    if request.param == "asgi":
        with uvicorn_serving(ASGIHandler()) as port:
            yield Service(port, client)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()  # or a later test would be blamed for the files
        return
    port = free_port()
    server = ThreadedWSGIServer(("127.0.0.1", port), Quiet)
    server.set_app(WSGIHandler())
    with in_thread(server.serve_forever, server.shutdown, port):
        yield Service(port, client, frames=False)
    server.server_close()


def test_decorators_and_classes_of_views() -> None:
    """`@replies` makes the HttpResponse below them."""
    for name in ("decorated", "shown"):
        answer = Client().get(f"/in/{name}")
        assert (answer.status_code, answer.content) == (200, b"<p>a</p>")
        assert answer["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert Client().get("/in/decorated")["Vary"] == "Accept-Language"


def test_the_test_client_and_sessions_see_cookies() -> None:
    """The client keeps declared cookies, and the session's is beside them."""
    browser = Client()
    answer = browser.post("/in/shown")
    assert (answer.cookies["__Host-session"].value, answer.cookies["theme"]["path"]) == ("s", "/app")
    assert "sessionid" in browser.cookies
    assert browser.session["visited"]
    assert answer["Vary"] == "Accept, Origin, Cookie"
    assert "; Partitioned;" in [value for name, value in answer.items() if name == "set-cookie"][1]


def test_a_cookie_that_is_set_again_is_sent_once() -> None:
    """Django's cookies are a mapping: what is set last counts."""
    made = django_integration.carried(CASES["created"].make(), RequestFactory().get("/"))
    made.set_cookie("theme", "light")
    sent = [value for name, value in made.items() if name == "set-cookie"]
    assert [line.partition("=")[0] for line in sent] == ["__Host-session"]
    assert [morsel.value for morsel in made.cookies.values()] == ["light"]


@pytest.mark.parametrize("asked", [False, True])
def test_a_response_that_is_kept_is_the_same(asked: bool) -> None:
    """Django's caches pickle it, before or after somebody has read its cookies."""
    made = django_integration.carried(CASES["created"].make(), RequestFactory().get("/"))
    sent = [*made.items()]
    if asked:
        assert made.cookies.keys() == {"__Host-session", "theme"}
        assert sorted(made.cookies) == ["__Host-session", "theme"]
    kept = pickle.loads(pickle.dumps(made))
    assert ([*kept.items()], [*kept.cookies.values()], kept.content) == (sent, [], made.content)
    assert kept.cookies["theme"].value == "dark"
    del kept.cookies["theme"]
    assert [value.partition("=")[0] for name, value in kept.items() if name == "set-cookie"] == ["__Host-session"]
    assert made.cookies != kept.cookies


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("where", ["later", "replied"])
def test_coroutines_are_views_too(name: str, where: str) -> None:
    """Under WSGI Django runs them in a loop of their own, which a body in pieces outlives."""
    case = CASES[name]
    answer = client(case.method, f"/{where}/{name}", dict(case.headers))
    status, lines, body = expected(case)
    assert (answer.status, without_server(answer.lines), answer.body) == (status, lines, body)
