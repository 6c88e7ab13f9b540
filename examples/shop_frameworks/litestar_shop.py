"""The shop on Litestar: `uvicorn --app-dir examples shop_frameworks.litestar_shop:app`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from litestar import Litestar, Request, route
from litestar.exceptions import MethodNotAllowedException, NotFoundException
from litestar.handlers import HTTPRouteHandler

from antiphon.integrations.litestar import Carried, Replies
from antiphon.responses import Response
from shop import responses
from shop.store import Store
from shop_frameworks.counter import Asked, Counter, Refused, not_allowed

Asking = Request[Any, Any, Any]
#: The paths with their methods, and what answers them. Litestar leaves HEAD to the application.
ROUTES: list[tuple[list[Any], str, Callable[..., Response[Any, Any]]]] = [
    (["GET", "HEAD"], "/", Counter.home),
    (["GET", "HEAD"], "/health", Counter.health),
    (["POST"], "/accounts", Counter.sign_up),
    (["GET", "HEAD"], "/account", Counter.own_account),
    (["POST"], "/session", Counter.log_in),
    (["DELETE"], "/session", Counter.log_out),
    (["GET", "HEAD"], "/items", Counter.items),
    (["POST"], "/items", Counter.add_item),
    (["GET", "HEAD"], "/items/{sku:str}", Counter.item),
    (["POST"], "/orders", Counter.place_order),
    (["GET", "HEAD"], "/orders/{number:int}", Counter.order),
]


async def asked(request: Asking) -> Asked:
    """The part of a request that the shop looks at."""
    return Asked(await request.body(), request.headers, request.cookies)


def service(store: Store) -> Litestar:
    """A service for one shop."""
    counter = Counter(store)

    def answering(methods: list[Any], path: str, answer: Callable[..., Response[Any, Any]]) -> HTTPRouteHandler:
        @route(path, http_method=methods)
        async def handler(request: Asking) -> Response[Any, Any]:
            return answer(counter, await asked(request), **request.path_params)

        return handler

    return Litestar(
        [answering(*row) for row in ROUTES],
        plugins=[Replies()],
        exception_handlers={
            Refused: refused,
            NotFoundException: not_found,
            MethodNotAllowedException: method_not_allowed,
            500: out_of_order,
        },
    )


def refused(_request: Asking, error: Exception) -> Carried:
    """The answer that was raised."""
    return Carried(error.answer if isinstance(error, Refused) else responses.out_of_order())


def not_found(_request: Asking, _error: Exception) -> Carried:
    """No route leads here."""
    return Carried(responses.not_found())


def method_not_allowed(request: Asking, _error: Exception) -> Carried:
    """The route is there; the application knows which methods it has."""
    return Carried(not_allowed(request.app.route_handler_method_map.get(request.url.path, {})))


def out_of_order(_request: Asking, _error: Exception) -> Carried:
    """A handler raised. The server logs it; the client learns nothing of it."""
    return Carried(responses.out_of_order())


app = service(Store())
