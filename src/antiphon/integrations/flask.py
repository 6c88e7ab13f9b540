"""Flask, and what is built on it: a view returns a declared response.

    app = Flask(__name__)
    install(app)

    @app.post("/users")
    @replies
    def sign_up() -> UserCreated | EmailTaken: ...

`@replies` says to type checkers that Flask takes it; without them it may be left out. Sessions, `after_request` and
error handlers get a response of the application's own class.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any, ParamSpec

import flask
from werkzeug.datastructures import Headers

from antiphon.integrations.around import around
from antiphon.integrations.settled import raw_lines, settled, text_lines
from antiphon.reply.raisable import Raisable, Raised
from antiphon.responses import Response
from antiphon.responses.lines import is_whole, lines, run_background
from antiphon.responses.wsgi import scope_of
from antiphon.runtime.one_for_all import one_for_all
from antiphon.runtime.plan import RawHeader

P = ParamSpec("P")


def install(app: flask.Flask) -> None:
    """Let the views, hooks and error handlers of an application return declared responses, and raise them anywhere."""
    app.response_class = _accepting(app.response_class)
    app.register_error_handler(Raisable, _raised)
    app.register_error_handler(Raised, _raised)


def replies(view: Callable[P, Any]) -> Callable[P, flask.Response]:
    """The view as Flask's types want it. It works without `install` as well."""
    made: Callable[P, flask.Response] = around(view, _convert, _convert_later)
    return made


def _convert(returned: Any, *_arguments: Any, **_keywords: Any) -> Any:
    if not isinstance(returned, Response):
        return returned
    return carried(returned, flask.current_app.response_class, flask.request.environ)


async def _convert_later(returned: Any, *_arguments: Any, **_keywords: Any) -> Any:
    return _convert(returned)


def _raised(error: Exception) -> Any:
    return error.response if isinstance(error, Raised) else error


class Carrier:
    """A response of the framework's own with a declared one's lines."""

    antiphon_lines: list[RawHeader]
    """The lines of the declared response."""
    antiphon_given: list[tuple[str, str]]
    antiphon_where: str
    headers: Headers

    def get_wsgi_headers(self, _environ: Any) -> Headers:
        """The lines that are sent. Werkzeug's own method would write Location and Content-Length anew."""
        final = list(self.headers)
        if final == self.antiphon_given:
            return self.headers
        found = settled(self.antiphon_lines, raw_lines(final), self.antiphon_where)
        return Headers(text_lines(found))


def _kind_that_carries(kind: Any) -> Any:
    return type(kind.__name__, (Carrier, kind), {"__module__": kind.__module__})


_carrying: Callable[[Any], Any] = one_for_all(_kind_that_carries)


def _accepting(kind: type[flask.Response]) -> type[flask.Response]:
    """The application's class, which knows now how to take a declared response."""

    class Accepting(kind):  # type: ignore[valid-type, misc]  # pyright: ignore[reportGeneralTypeIssues]  # the application's own class
        @classmethod
        def force_type(cls, response: Any, environ: Any = None) -> Any:
            if isinstance(response, Response):
                return carried(response, cls, environ or {})
            return super().force_type(response, environ)

    Accepting.__name__, Accepting.__qualname__ = kind.__name__, kind.__qualname__
    return Accepting


def carried(response: Response[Any, Any], kind: type[Any], environ: Mapping[str, Any]) -> Any:
    """A response of the class `kind` that sends the same."""
    scope = None if is_whole(response) else scope_of(environ)
    status, own, body = lines(response, scope)
    given = text_lines(own)
    made = _carrying(kind)(status=status)
    made.headers = Headers(given)
    made.antiphon_lines, made.antiphon_given = own, given
    made.antiphon_where = flask.request.endpoint or "" if flask.has_request_context() else ""
    if not isinstance(body, bytes):
        made.response = body
    else:
        made.response = [body] if body else []
        if response.background is not None:
            made.call_on_close(functools.partial(run_background, response.background))
    return made
