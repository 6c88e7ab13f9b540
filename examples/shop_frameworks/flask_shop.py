"""The shop on Flask: `flask --app examples/shop_frameworks/flask_shop.py run`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flask
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from antiphon.integrations.flask import install, replies
from antiphon.responses import Response
from shop import responses
from shop.store import Store
from shop_frameworks.counter import Asked, Counter, Refused, not_allowed


def asked() -> Asked:
    """The part of the current request that the shop looks at."""
    request = flask.request
    return Asked(request.get_data(), request.headers, request.cookies)


#: The rules with their methods, and what answers them.
ROUTES: list[tuple[str, str, Callable[..., Response[Any, Any]]]] = [
    ("GET", "/", Counter.home),
    ("GET", "/health", Counter.health),
    ("POST", "/accounts", Counter.sign_up),
    ("GET", "/account", Counter.own_account),
    ("POST", "/session", Counter.log_in),
    ("DELETE", "/session", Counter.log_out),
    ("GET", "/items", Counter.items),
    ("POST", "/items", Counter.add_item),
    ("GET", "/items/<sku>", Counter.item),
    ("POST", "/orders", Counter.place_order),
    ("GET", "/orders/<int:number>", Counter.order),
]


def service(store: Store) -> flask.Flask:
    """A service for one shop."""
    counter = Counter(store)
    app = flask.Flask(__name__)
    install(app)

    def answering(answer: Callable[..., Response[Any, Any]]) -> Callable[..., flask.Response]:
        @replies
        def view(**found: Any) -> Response[Any, Any]:
            return answer(counter, asked(), **found)

        return view

    for method, rule, answer in ROUTES:
        app.add_url_rule(rule, f"{method} {rule}", answering(answer), methods=[method])
    app.register_error_handler(Refused, refused)
    app.register_error_handler(404, not_found)
    app.register_error_handler(405, method_not_allowed)
    app.register_error_handler(500, out_of_order)
    return app


@replies
def refused(error: Refused) -> Response[Any, Any]:
    """The answer that was raised."""
    return error.answer


@replies
def not_found(_error: HTTPException) -> Response[Any, Any]:
    """No rule leads here."""
    return responses.not_found()


@replies
def method_not_allowed(error: MethodNotAllowed) -> Response[Any, Any]:
    """The rule is there; Werkzeug says which methods it has."""
    return not_allowed(error.valid_methods or ())


@replies
def out_of_order(_error: HTTPException) -> Response[Any, Any]:
    """A view raised. The server logs it; the client learns nothing of it."""
    return responses.out_of_order()


app = service(Store())
