"""The shop as an ASGI application: `uvicorn --app-dir examples shop.app:app`."""

from __future__ import annotations

from typing import Literal

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.routing import Route

from shop import api, responses
from shop.responses import Refusal
from shop.store import Store

ROUTES = [
    Route("/", api.home),
    Route("/health", api.health),
    Route("/accounts", api.Accounts),
    Route("/account", api.OwnAccount),
    Route("/session", api.Session),
    Route("/items", api.Items),
    Route("/items/{sku}", api.OneItem),
    Route("/orders", api.Orders),
    Route("/orders/{number:int}", api.OneOrder),
]


async def not_found(request: Request, error: Exception) -> Refusal[Literal[404]]:
    """No route leads here."""
    return responses.not_found()


async def method_not_allowed(request: Request, error: Exception) -> Refusal[Literal[405]]:
    """The route is there; Starlette says which methods it has."""
    allowed = error.headers if isinstance(error, HTTPException) else None
    return responses.method_not_allowed(allow=(allowed or {}).get("Allow", ""))


async def out_of_order(request: Request, error: Exception) -> Refusal[Literal[500]]:
    """A handler raised. The server logs it; the client learns nothing of it."""
    return responses.out_of_order()


def service(store: Store) -> Starlette:
    """A service for one shop. What Starlette would say by itself is said in the shop's own words."""
    app = Starlette(
        routes=ROUTES, exception_handlers={404: not_found, 405: method_not_allowed, Exception: out_of_order}
    )
    app.state.store = store
    return app


app = service(Store())
