# Written by `nox -s generate` from src; do not edit.
"""Flask, and what is built on it: a view returns a declared response.

    app = Flask(__name__)
    install(app)

    @app.post("/users")
    @replies
    def sign_up() -> UserCreated | EmailTaken: ...

`@replies` says to type checkers that Flask takes it; without them it may be left out. Sessions, `after_request` and
error handlers get a response of the application's own class.
"""

from collections.abc import Callable, Mapping
from typing import Any, ParamSpec

import flask
from werkzeug.datastructures import Headers

from antiphon.responses import Response
from antiphon.runtime.plan import RawHeader

P = ParamSpec("P")

def install(app: flask.Flask) -> None:
    """Let the views, hooks and error handlers of an application return declared responses, and raise them anywhere."""

def replies(view: Callable[P, Any]) -> Callable[P, flask.Response]:
    """The view as Flask's types want it. It works without `install` as well."""

class Carrier:
    """A response of the framework's own with a declared one's lines."""

    antiphon_lines: list[RawHeader]
    """The lines of the declared response."""
    antiphon_given: list[tuple[str, str]]
    antiphon_where: str
    headers: Headers

    def get_wsgi_headers(self, _environ: Any) -> Headers:
        """The lines that are sent. Werkzeug's own method would write Location and Content-Length anew."""

def carried(response: Response[Any, Any], kind: type[Any], environ: Mapping[str, Any]) -> Any:
    """A response of the class `kind` that sends the same."""
