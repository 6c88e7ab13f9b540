"""The handlers: each names the responses that it returns, and its document has them."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, TypeVar

from fastapi import APIRouter, Form, Header

from antiphon import ETag, Location, returns
from antiphon.integrations.fastapi import ReplyRoute
from antiphon.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from shop import models, responses
from shop.models import Account, Item, Order
from shop.pages import front_page
from shop_fastapi import forms
from shop_fastapi.customer import Customer, TheStore, Token

router = APIRouter(route_class=ReplyRoute)

Status = TypeVar("Status", bound=int)
#: A problem that never changes: its status says which.
Refused: TypeAlias = JSONResponse[Status, None]


@router.get("/", operation_id="front_page")
@returns(responses.front_page)
def home(store: TheStore, customer: Customer) -> HTMLResponse[Literal[200]]:
    """The shop window."""
    return responses.front_page(front_page(store.items(), customer))


@router.get("/health", operation_id="health")
@returns(responses.healthy)
def health() -> PlainTextResponse[Literal[200]]:
    """Whether the service is up."""
    return responses.healthy()


@router.post("/accounts", operation_id="sign_up")
@returns(responses.signed_up, responses.email_taken, responses.invalid_input)
def sign_up(form: forms.SignUp, store: TheStore) -> JSONResponse[Literal[201], Account] | Refused[Literal[409]]:
    """Open an account; its owner is signed in at once."""
    account = store.open_account(models.SignUp(form.name, form.email, form.password))
    if account is None:
        return responses.email_taken()
    return responses.signed_up(account, location=Location("/account"), session=store.open_session(account))


@router.get("/account", operation_id="own_account")
@returns(responses.account, responses.unauthorized)
def own_account(customer: Customer) -> JSONResponse[Literal[200], Account] | Refused[Literal[401]]:
    """Say who is asking."""
    return responses.unauthorized() if customer is None else responses.account(customer)


@router.post("/session", operation_id="log_in")
@returns(responses.logged_in, responses.unauthorized, responses.invalid_input)
def log_in(form: forms.LogIn, store: TheStore) -> JSONResponse[Literal[200], Account] | Refused[Literal[401]]:
    """Log in."""
    account = store.log_in(models.LogIn(form.email, form.password))
    if account is None:
        return responses.unauthorized()
    return responses.logged_in(account, session=store.open_session(account))


@router.delete("/session", operation_id="log_out")
@returns(responses.logged_out)
def log_out(store: TheStore, token: Token) -> Response[Literal[204], None]:
    """Log out: the cookies go, whether or not there was a session."""
    store.close_session(token)
    return responses.logged_out()


@router.get("/items", operation_id="list_items")
@returns(responses.items, responses.items_unchanged)
def list_items(
    store: TheStore, if_none_match: Annotated[str | None, Header()] = None
) -> JSONResponse[Literal[200], list[Item]] | Response[Literal[304], None]:
    """List what there is, unless the client knows."""
    version = ETag(store.version())
    if if_none_match == version:
        return responses.items_unchanged(etag=version)
    return responses.items(store.items(), etag=version)


@router.post("/items", operation_id="add_item")
@returns(responses.item_created, responses.unauthorized, responses.sku_taken, responses.invalid_input)
def add_item(
    form: forms.NewItem, store: TheStore, customer: Customer
) -> JSONResponse[Literal[201], Item] | Refused[Literal[401]] | Refused[Literal[409]]:
    """Add an item. In this shop, every customer may."""
    if customer is None:
        return responses.unauthorized()
    item = Item(form.sku, form.name, form.cents)
    if not store.add_item(item):
        return responses.sku_taken()
    return responses.item_created(item, location=Location(f"/items/{item.sku}"))


@router.get("/items/{sku}", operation_id="show_item")
@returns(responses.item, responses.not_found)
def show_item(sku: str, store: TheStore) -> JSONResponse[Literal[200], Item] | Refused[Literal[404]]:
    """Show an item."""
    item = store.item(sku)
    return responses.not_found() if item is None else responses.item(item)


@router.post("/orders", operation_id="place_order")
@returns(responses.order_placed, responses.unauthorized, responses.not_found, responses.invalid_input)
def place_order(
    form: Annotated[forms.PlaceOrder, Form()], store: TheStore, customer: Customer
) -> RedirectResponse[Literal[303]] | Refused[Literal[401]] | Refused[Literal[404]]:
    """Place an order by the form of the front page, and show it at an address of its own."""
    if customer is None:
        return responses.unauthorized()
    order = store.place_order(customer, models.PlaceOrder(form.sku, form.quantity))
    if order is None:
        return responses.not_found()
    return responses.order_placed(location=Location(f"/orders/{order.number}"))


@router.get("/orders/{number}", operation_id="show_order")
@returns(responses.order, responses.unauthorized, responses.not_found, responses.invalid_input)
def show_order(
    number: int, store: TheStore, customer: Customer
) -> JSONResponse[Literal[200], Order] | Refused[Literal[401]] | Refused[Literal[404]]:
    """Show an order to the customer who placed it. For anybody else it does not exist."""
    if customer is None:
        return responses.unauthorized()
    order = store.order(customer, number)
    return responses.not_found() if order is None else responses.order(order)
