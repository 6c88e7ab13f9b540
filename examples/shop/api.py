"""The handlers of the shop. Each signature is a contract: returning anything else is a type error."""

from __future__ import annotations

from typing import Literal, TypeVar
from urllib.parse import parse_qs

import msgspec
from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request

from antiphon import ETag, Location
from antiphon.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from shop import responses
from shop.models import Account, InvalidInput, Item, LogIn, Order, PlaceOrder, SignUp
from shop.pages import front_page
from shop.responses import Refusal
from shop.store import Store

Form = TypeVar("Form")


class Accounts(HTTPEndpoint):
    """Where accounts are opened."""

    async def post(self, request: Request) -> JSONResponse[Literal[201], Account] | Refusal[Literal[409, 422]]:
        """Sign up."""
        form = read_json(await request.body(), SignUp)
        if isinstance(form, JSONResponse):
            return form
        account = store(request).open_account(form)
        if account is None:
            return responses.email_taken()
        token = store(request).open_session(account)
        return responses.signed_up(account, location=Location("/account"), session=token)


class OwnAccount(HTTPEndpoint):
    """The account of whoever asks."""

    async def get(self, request: Request) -> JSONResponse[Literal[200], Account] | Refusal[Literal[401]]:
        """Say who is asking."""
        customer = signed_in(request)
        return responses.unauthorized() if customer is None else responses.account(customer)


class Session(HTTPEndpoint):
    """The session of whoever asks."""

    async def post(self, request: Request) -> JSONResponse[Literal[200], Account] | Refusal[Literal[401, 422]]:
        """Log in."""
        form = read_json(await request.body(), LogIn)
        if isinstance(form, JSONResponse):
            return form
        account = store(request).log_in(form)
        if account is None:
            return responses.unauthorized()
        return responses.logged_in(account, session=store(request).open_session(account))

    async def delete(self, request: Request) -> Response[Literal[204], None]:
        """Log out: the cookies go, whether or not there was a session."""
        store(request).close_session(token(request))
        return responses.logged_out()


class Items(HTTPEndpoint):
    """The shelves."""

    async def get(self, request: Request) -> JSONResponse[Literal[200], list[Item]] | Response[Literal[304], None]:
        """List what there is, unless the client knows."""
        version = ETag(store(request).version())
        if request.headers.get("If-None-Match") == version:
            return responses.items_unchanged(etag=version)
        return responses.items(store(request).items(), etag=version)

    async def post(self, request: Request) -> JSONResponse[Literal[201], Item] | Refusal[Literal[401, 409, 422]]:
        """Add an item. In this shop, every customer may."""
        if signed_in(request) is None:
            return responses.unauthorized()
        item = read_json(await request.body(), Item)
        if isinstance(item, JSONResponse):
            return item
        if not store(request).add_item(item):
            return responses.sku_taken()
        return responses.item_created(item, location=Location(f"/items/{item.sku}"))


class OneItem(HTTPEndpoint):
    """One place on the shelves."""

    async def get(self, request: Request) -> JSONResponse[Literal[200], Item] | Refusal[Literal[404]]:
        """Show an item."""
        item = store(request).item(request.path_params["sku"])
        return responses.not_found() if item is None else responses.item(item)


class Orders(HTTPEndpoint):
    """The counter."""

    async def post(self, request: Request) -> RedirectResponse[Literal[303]] | Refusal[Literal[401, 404, 422]]:
        """Place an order by the form of the front page, and show it at an address of its own."""
        customer = signed_in(request)
        if customer is None:
            return responses.unauthorized()
        form = read_form(await request.body(), PlaceOrder)
        if isinstance(form, JSONResponse):
            return form
        order = store(request).place_order(customer, form)
        if order is None:
            return responses.not_found()
        return responses.order_placed(location=Location(f"/orders/{order.number}"))


class OneOrder(HTTPEndpoint):
    """A receipt."""

    async def get(self, request: Request) -> JSONResponse[Literal[200], Order] | Refusal[Literal[401, 404]]:
        """Show an order to the customer who placed it. For anybody else it does not exist."""
        customer = signed_in(request)
        if customer is None:
            return responses.unauthorized()
        order = store(request).order(customer, request.path_params["number"])
        return responses.not_found() if order is None else responses.order(order)


async def home(request: Request) -> HTMLResponse[Literal[200]]:
    """The shop window."""
    return responses.front_page(front_page(store(request).items(), signed_in(request)))


async def health(request: Request) -> PlainTextResponse[Literal[200]]:
    """Whether the service is up."""
    return responses.healthy()


def store(request: Request) -> Store:
    """The shop that the service was started for."""
    shop: Store = request.app.state.store
    return shop


def token(request: Request) -> str:
    """The session's token: browsers send it as a cookie, programs as a Bearer token (RFC 6750 section 2.1)."""
    scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return credentials.strip()
    return request.cookies.get(responses.session_cookie.name, "")


def signed_in(request: Request) -> Account | None:
    """Whose session it is."""
    return store(request).session(token(request))


def read_json(body: bytes, form: type[Form]) -> Form | Refusal[Literal[422]]:
    """The form that a JSON body holds, or what is wrong with it."""
    try:
        return msgspec.json.decode(body, type=form)
    except msgspec.DecodeError as error:
        return refuse(error)


def read_form(body: bytes, form: type[Form]) -> Form | Refusal[Literal[422]]:
    """The form that a browser posted, or what is wrong with it. Of a field that comes twice, the last one counts."""
    fields = {name: values[-1] for name, values in parse_qs(body.decode("latin-1"), keep_blank_values=True).items()}
    try:
        return msgspec.convert(fields, form, strict=False)
    except msgspec.ValidationError as error:
        return refuse(error)


def refuse(error: msgspec.MsgspecError) -> Refusal[Literal[422]]:
    """The validator's own words. It says what and where as `... - at `$.email``."""
    what, _, where = str(error).partition(" - at ")
    problem = InvalidInput(title="The form is not right", detail=what, pointer=where.strip("`") or None)
    return responses.invalid_input(problem)
