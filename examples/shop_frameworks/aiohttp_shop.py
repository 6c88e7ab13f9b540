"""The shop on aiohttp: `PYTHONPATH=examples python -m aiohttp.web shop_frameworks.aiohttp_shop:begin`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from antiphon.integrations.aiohttp import carried, install, replies
from antiphon.responses import Response
from shop import responses
from shop.store import Store
from shop_frameworks.counter import Asked, Counter, Refused, not_allowed

Answer = Callable[[Asked], Response[Any, Any]]


async def asked(request: web.Request) -> Asked:
    """The part of a request that the shop looks at."""
    return Asked(await request.read(), request.headers, request.cookies)


@web.middleware
async def house(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Say what aiohttp would say by itself in the shop's own words."""
    try:
        return await handler(request)
    except Refused as refused:
        answer = refused.answer
    except web.HTTPMethodNotAllowed as error:
        answer = not_allowed(error.allowed_methods)
    except web.HTTPNotFound:
        answer = responses.not_found()
    except Exception:
        request.app.logger.exception("a handler raised")
        answer = responses.out_of_order()
    return await carried(answer, request)


def service(store: Store) -> web.Application:
    """A service for one shop."""
    counter = Counter(store)
    app = web.Application(middlewares=[house])

    def answering(answer: Answer) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        @replies
        async def handler(request: web.Request) -> Response[Any, Any]:
            return answer(await asked(request))

        return handler

    @replies
    async def item(request: web.Request) -> Response[Any, Any]:
        return counter.item(await asked(request), request.match_info["sku"])

    @replies
    async def order(request: web.Request) -> Response[Any, Any]:
        return counter.order(await asked(request), int(request.match_info["number"]))

    app.add_routes(
        [
            web.get("/", answering(counter.home)),
            web.get("/health", answering(counter.health)),
            web.post("/accounts", answering(counter.sign_up)),
            web.get("/account", answering(counter.own_account)),
            web.post("/session", answering(counter.log_in)),
            web.delete("/session", answering(counter.log_out)),
            web.get("/items", answering(counter.items)),
            web.post("/items", answering(counter.add_item)),
            web.get("/items/{sku}", item),
            web.post("/orders", answering(counter.place_order)),
            web.get(r"/orders/{number:\d+}", order),
        ]
    )
    install(app)
    return app


def begin(_arguments: list[str]) -> web.Application:
    """The application for `python -m aiohttp.web`."""
    return service(Store())
