"""The shop as a FastAPI application: `uvicorn --app-dir examples shop_fastapi.app:app`."""

from __future__ import annotations

from typing import Literal

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from antiphon.integrations.fastapi import install
from shop import responses
from shop.models import InvalidInput
from shop.responses import Refusal
from shop.store import Store
from shop_fastapi.api import router


async def not_found(request: Request, error: Exception) -> Refusal[Literal[404]]:
    """No route leads here."""
    return responses.not_found()


async def method_not_allowed(request: Request, error: Exception) -> Refusal[Literal[405]]:
    """The route is there; Starlette says which methods it has."""
    allowed = error.headers if isinstance(error, HTTPException) else None
    return responses.method_not_allowed(allow=(allowed or {}).get("Allow", ""))


async def invalid_input(request: Request, error: Exception) -> Refusal[Literal[422]]:
    """The first fault of a request, in the validator's own words, and where it is."""
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    where = "/".join(str(part) for part in faults[0]["loc"])
    return responses.invalid_input(
        InvalidInput(title="The form is not right", detail=faults[0]["msg"], pointer=f"/{where}")
    )


async def unreadable(request: Request, error: Exception) -> Refusal[Literal[422]]:
    """FastAPI says 400 of a body that is not even text: here it is a form that is not right, like any other."""
    return responses.invalid_input(InvalidInput(title="The form is not right", detail="It cannot be read"))


async def out_of_order(request: Request, error: Exception) -> Refusal[Literal[500]]:
    """A handler raised. The server logs it; the client learns nothing of it."""
    return responses.out_of_order()


def service(store: Store) -> FastAPI:
    """A service for one shop. What FastAPI would say by itself is said in the shop's own words."""
    app = FastAPI(
        title="The shop",
        version="1",
        exception_handlers={
            400: unreadable,
            404: not_found,
            405: method_not_allowed,
            RequestValidationError: invalid_input,
            Exception: out_of_order,
        },
    )
    install(app, raises=(responses.out_of_order,))
    app.include_router(router)
    app.state.store = store
    return app


app = service(Store())
