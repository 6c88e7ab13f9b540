# Written by `nox -s generate` from src; do not edit.
"""Django: a view returns a declared response.

    MIDDLEWARE = [..., "antiphon.integrations.django.ReplyMiddleware"]  # last

    def show(request: HttpRequest, number: int) -> UserShown | NotFound: ...

Middlewares, signals, sessions and the test client get an HttpResponse. Where a decorator of Django's is above a view,
which looks at its response, `@replies` below it makes the HttpResponse there; so it does without the middleware.
"""

from collections.abc import Callable
from typing import Any, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from antiphon.responses import Response

P = ParamSpec("P")

class ReplyMiddleware:
    """Turns the declared responses that views return or raise into Django's. It is the last of `MIDDLEWARE`."""

    sync_capable: bool = True
    async_capable: bool = True
    process_template_response: Any

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None: ...
    def __call__(self, request: HttpRequest) -> Any:
        """The answer of whatever is below, by a coroutine where that is one."""

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """The response for a reply that a view raised; Django's own handling has all other errors."""

def replies(view: Callable[P, Any]) -> Callable[P, HttpResponse]:
    """The view with an HttpResponse as its result, as Django's decorators and types want it; also for methods."""

def carried(response: Response[Any, Any], request: Any) -> Any:
    """An HttpResponse that sends the same. By ASGI a body in pieces is an async iterator, as Django wants it."""

async def carried_later(response: Response[Any, Any], request: Any) -> Any:
    """The same in an event loop. By WSGI Django has a loop for a coroutine alone, and the body outlives it."""
