"""The shop on Django: `ROOT_URLCONF = "shop_frameworks.django_shop"`, and the middleware last."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import path
from django.views import View

from antiphon.integrations.django import replies
from antiphon.responses import Response
from shop import responses
from shop.store import Store
from shop_frameworks.counter import Asked, Counter, Refused, not_allowed

#: The last of `MIDDLEWARE` turns what views return into Django's responses.
MIDDLEWARE = ["shop_frameworks.django_shop.RefusalMiddleware", "antiphon.integrations.django.ReplyMiddleware"]

counter = Counter(Store())


def asked(request: HttpRequest) -> Asked:
    """The part of a request that the shop looks at."""
    return Asked(request.body, request.headers, request.COOKIES)


class RefusalMiddleware:
    """Sends the answer of a request that was refused."""

    def __init__(self, get_response: Any) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        """The answer of whatever is below."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> Any:
        """The answer, of a refusal."""
        return refused(request, error) if isinstance(error, Refused) else None


@replies
def refused(_request: HttpRequest, error: Refused) -> Response[Any, Any]:
    """The answer that was raised."""
    return error.answer


class ShopView(View):
    """A view that refuses a method in the shop's words."""

    @replies
    def http_method_not_allowed(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The route is there; Django says which methods it has."""
        return not_allowed(name.upper() for name in self.http_method_names if hasattr(self, name))


def home(request: HttpRequest) -> Any:
    """The shop window."""
    return counter.home(asked(request))


def health(request: HttpRequest) -> Any:
    """Whether the service is up."""
    return counter.health(asked(request))


class Accounts(ShopView):
    """Where accounts are opened."""

    def post(self, request: HttpRequest) -> Any:
        """Sign up."""
        return counter.sign_up(asked(request))


class OwnAccount(ShopView):
    """The account of whoever asks."""

    def get(self, request: HttpRequest) -> Any:
        """Say who is asking."""
        return counter.own_account(asked(request))


class Session(ShopView):
    """The session of whoever asks."""

    def post(self, request: HttpRequest) -> Any:
        """Log in."""
        return counter.log_in(asked(request))

    def delete(self, request: HttpRequest) -> Any:
        """Log out."""
        return counter.log_out(asked(request))


class Items(ShopView):
    """The shelves."""

    def get(self, request: HttpRequest) -> Any:
        """List what there is."""
        return counter.items(asked(request))

    def post(self, request: HttpRequest) -> Any:
        """Add an item."""
        return counter.add_item(asked(request))


class Orders(ShopView):
    """The counter."""

    def post(self, request: HttpRequest) -> Any:
        """Place an order."""
        return counter.place_order(asked(request))


def item(request: HttpRequest, sku: str) -> Any:
    """Show an item."""
    return counter.item(asked(request), sku)


def order(request: HttpRequest, number: int) -> Any:
    """Show an order."""
    return counter.order(asked(request), number)


@replies
def handler404(_request: HttpRequest, exception: Exception) -> Response[Any, Any]:
    """No route leads here."""
    return responses.not_found()


@replies
def handler500(_request: HttpRequest) -> Response[Any, Any]:
    """A view raised. The server logs it; the client learns nothing of it."""
    return responses.out_of_order()


urlpatterns = [
    path("", home),
    path("health", health),
    path("accounts", Accounts.as_view()),
    path("account", OwnAccount.as_view()),
    path("session", Session.as_view()),
    path("items", Items.as_view()),
    path("items/<sku>", item),
    path("orders", Orders.as_view()),
    path("orders/<int:number>", order),
]
