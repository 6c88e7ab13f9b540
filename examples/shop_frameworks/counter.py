"""Every request to the shop and its answer, whatever framework brings it: nothing here knows one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Protocol, TypeVar
from urllib.parse import parse_qs

import msgspec

from antiphon import ETag, Location
from antiphon.responses import Response
from shop import responses
from shop.models import Account, InvalidInput, Item, LogIn, PlaceOrder, SignUp
from shop.pages import front_page
from shop.store import Store

Form = TypeVar("Form")


class Refused(Exception):  # noqa: N818 - an answer, raised
    """A request that the shop refuses, raised with the answer to it."""

    def __init__(self, answer: Response[Any, Any]) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


class Fields(Protocol):
    """The field lines of a request, as frameworks keep them: `get` knows names in any case."""

    def get(self, name: str, default: str, /) -> str: ...


class Asked(NamedTuple):
    """The part of a request that the shop looks at."""

    body: bytes
    headers: Fields
    cookies: Mapping[str, str]

    @property
    def token(self) -> str:
        """The session's token: browsers send it as a cookie, programs as a Bearer token (RFC 6750 section 2.1)."""
        scheme, _, credentials = self.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return credentials.strip()
        return self.cookies.get(responses.session_cookie.name, "")


class Counter:
    """One shop. Each method answers one kind of request."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def home(self, asked: Asked) -> Response[Any, Any]:
        """The shop window."""
        return responses.front_page(front_page(self._store.items(), self._store.session(asked.token)))

    def health(self, _asked: Asked) -> Response[Any, Any]:
        """Whether the service is up."""
        return responses.healthy()

    def sign_up(self, asked: Asked) -> Response[Any, Any]:
        """Open an account."""
        account = self._store.open_account(_json(asked.body, SignUp))
        if account is None:
            return responses.email_taken()
        token = self._store.open_session(account)
        return responses.signed_up(account, location=Location("/account"), session=token)

    def own_account(self, asked: Asked) -> Response[Any, Any]:
        """Say who is asking."""
        return responses.account(self._customer(asked))

    def log_in(self, asked: Asked) -> Response[Any, Any]:
        """Open a session."""
        account = self._store.log_in(_json(asked.body, LogIn))
        if account is None:
            return responses.unauthorized()
        return responses.logged_in(account, session=self._store.open_session(account))

    def log_out(self, asked: Asked) -> Response[Any, Any]:
        """The cookies go, whether or not there was a session."""
        self._store.close_session(asked.token)
        return responses.logged_out()

    def items(self, asked: Asked) -> Response[Any, Any]:
        """List what there is, unless the client knows."""
        version = ETag(self._store.version())
        if asked.headers.get("If-None-Match", "") == version:
            return responses.items_unchanged(etag=version)
        return responses.items(self._store.items(), etag=version)

    def add_item(self, asked: Asked) -> Response[Any, Any]:
        """Add an item. In this shop, every customer may."""
        self._customer(asked)
        item = _json(asked.body, Item)
        if not self._store.add_item(item):
            return responses.sku_taken()
        return responses.item_created(item, location=Location(f"/items/{item.sku}"))

    def item(self, _asked: Asked, sku: str) -> Response[Any, Any]:
        """Show an item."""
        item = self._store.item(sku)
        return responses.not_found() if item is None else responses.item(item)

    def place_order(self, asked: Asked) -> Response[Any, Any]:
        """Place an order by the form of the front page."""
        customer = self._customer(asked)
        order = self._store.place_order(customer, _form(asked.body, PlaceOrder))
        if order is None:
            return responses.not_found()
        return responses.order_placed(location=Location(f"/orders/{order.number}"))

    def order(self, asked: Asked, number: int) -> Response[Any, Any]:
        """Show an order to the customer who placed it."""
        order = self._store.order(self._customer(asked), number)
        return responses.not_found() if order is None else responses.order(order)

    def _customer(self, asked: Asked) -> Account:
        customer = self._store.session(asked.token)
        if customer is None:
            raise Refused(responses.unauthorized())
        return customer


def not_allowed(methods: Iterable[str]) -> Response[Any, Any]:
    """The route is there, and has these methods: HEAD where there is GET, and no OPTIONS that a framework adds."""
    named = set(methods) - {"OPTIONS"}
    return responses.method_not_allowed(allow=", ".join(sorted(named | ({"HEAD"} if "GET" in named else set()))))


def _json(body: bytes, form: type[Form]) -> Form:
    try:
        return msgspec.json.decode(body, type=form)
    except msgspec.DecodeError as error:
        raise _invalid(error) from None


def _form(body: bytes, form: type[Form]) -> Form:
    fields = {name: values[-1] for name, values in parse_qs(body.decode("latin-1"), keep_blank_values=True).items()}
    try:
        return msgspec.convert(fields, form, strict=False)
    except msgspec.ValidationError as error:
        raise _invalid(error) from None


def _invalid(error: msgspec.MsgspecError) -> Refused:
    """The validator's own words. It says what and where as `... - at `$.email``."""
    what, _, where = str(error).partition(" - at ")
    problem = InvalidInput(title="The form is not right", detail=what, pointer=where.strip("`") or None)
    return Refused(responses.invalid_input(problem))
