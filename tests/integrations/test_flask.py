"""The conformance suite under Flask, on Werkzeug's server."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import flask
import pytest
from werkzeug.serving import make_server

from antiphon.integrations.flask import install, replies
from tests.integrations.conformance.cases import ALL, CASES, Page
from tests.integrations.conformance.suite import *  # noqa: F403 - the tests themselves
from tests.integrations.conformance.suite import APPENDED, CHANGED, Service
from tests.integrations.conformance.wire import Answer, in_thread
from tests.support.patience import free_port


def application() -> flask.Flask:
    """A view for each case, and hooks that add and change lines."""
    app = flask.Flask(__name__)
    app.secret_key = "a key for tests"
    install(app)

    @app.get("/<name>")
    def view(name: str) -> Any:
        return ALL[name].make()

    @app.after_request
    def hooks(response: flask.Response) -> flask.Response:
        if "X-Append" in flask.request.headers:
            for name, value in APPENDED[:-1]:
                response.headers.add(name.decode(), value.decode())
            response.set_cookie("seen", "1")
        if "X-Change" in flask.request.headers:
            response.headers[CHANGED[0].decode()] = CHANGED[1].decode()
        return response

    return app


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """The application on a server of its own."""
    app = application()

    def client(method: str, path: str, headers: dict[str, str]) -> Answer:
        with app.test_client(use_cookies=False).open(path, method=method, headers=headers) as answer:
            lines = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers]
            return Answer(answer.status_code, lines, answer.data)

    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    port = free_port()
    server = make_server("127.0.0.1", port, app, threaded=True)
    with in_thread(server.serve_forever, server.shutdown, port):
        yield Service(port, client)
    server.server_close()


def test_a_session_is_kept_and_conflicts_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Flask adds its cookie and Vary; of two cookies of one name the response's own is sent."""
    app = flask.Flask(__name__)
    app.secret_key = "a key for tests"
    app.config["SESSION_COOKIE_NAME"] = "__Host-session"
    app.config["SESSION_COOKIE_SECURE"] = True
    install(app)

    @app.get("/<name>")
    def view(name: str) -> Any:
        flask.session["visits"] = flask.session.get("visits", 0) + 1
        return CASES[name].make()

    client = app.test_client()
    page = client.get("/page", base_url="https://shop.example")
    assert page.headers["Vary"] == "Cookie"
    assert page.headers["Set-Cookie"].startswith("__Host-session=ey")
    created = client.get("/created", base_url="https://shop.example")
    assert [line.partition("=")[0] for line in created.headers.getlist("Set-Cookie")] == ["__Host-session", "theme"]
    assert created.headers.getlist("Vary") == ["Accept, Origin, Cookie"]
    assert "both set the cookie '__Host-session'" in caplog.text


def test_whatever_flask_calls_may_return_or_raise_a_reply() -> None:
    """Hooks, error handlers, tuples, `make_response`, and a blueprint's views."""
    app = flask.Flask(__name__)
    install(app)
    blueprint = flask.Blueprint("all", __name__)

    @app.before_request
    def check() -> Any:
        if flask.request.path == "/before":
            return CASES["raised"].make()
        return None

    @app.errorhandler(404)
    def not_found(_error: Exception) -> Any:
        return CASES["problem"].make()

    @blueprint.get("/tuple")
    def with_status() -> Any:
        return CASES["page"].make(), 203, {"X-More": "1"}

    @blueprint.get("/made")
    def made() -> Any:
        response = flask.make_response(CASES["page"].make())
        response.headers["X-More"] = "1"
        return response

    app.register_blueprint(blueprint)
    client = app.test_client()
    before, missing = client.get("/before"), client.get("/nothing")
    assert (before.status_code, before.get_json()) == (missing.status_code, missing.get_json())
    assert before.headers["X-Trace"] == "7"
    changed, again = client.get("/tuple"), client.get("/made")
    assert (changed.status_code, again.status_code) == (203, 200)
    assert changed.headers["X-More"] == again.headers["X-More"] == "1"
    assert changed.text == again.text == "<p>é</p>"


def test_a_view_with_replies_needs_no_install() -> None:
    """To type checkers it returns Flask's own response."""
    app = flask.Flask(__name__)

    @app.get("/page")
    @replies
    def page() -> Page:
        return Page("<p>é</p>")

    assert app.test_client().get("/page").headers["ETag"] == '"1"'
