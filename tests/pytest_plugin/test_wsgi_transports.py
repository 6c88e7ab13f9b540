"""The door of Werkzeug's client: what an application makes on the way is not yet its response."""

from __future__ import annotations

import flask
import werkzeug.test
import werkzeug.wrappers.response

from antiphon.pytest_plugin.doors import Record, close_all
from antiphon.pytest_plugin.doors.wsgi_transports import open_door


def test_an_abort_is_judged_once_as_it_is_sent() -> None:
    """Werkzeug runs the exception to make a response of it: without the challenge, which comes later."""
    app = flask.Flask(__name__)
    app.add_url_rule("/", view_func=lambda: flask.abort(401))
    app.add_url_rule("/bare", view_func=lambda: flask.abort(401), endpoint="bare")

    @app.after_request
    def challenge(response: flask.Response) -> flask.Response:
        if flask.request.path == "/":
            response.headers["WWW-Authenticate"] = 'Bearer realm="shop"'
        return response

    record = Record()
    present = vars(werkzeug.wrappers.response.Response)["force_type"]
    opened = [open_door(module, record) for module in (werkzeug.test, werkzeug.wrappers.response)]
    try:
        told = []
        for path in ("/", "/bare"):
            assert app.test_client().get(path).status_code == 401
            found = [one.code for response in record.taken() for one in response.findings]
            told.append((record.counted(), found))
    finally:
        close_all(opened)

    assert [(1, []), (1, ["ST011"])] == told
    assert present is vars(werkzeug.wrappers.response.Response)["force_type"]
