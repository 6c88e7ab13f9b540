"""Django: a view returns a declared response.

    MIDDLEWARE = [..., "antiphon.integrations.django.ReplyMiddleware"]  # last

    def show(request: HttpRequest, number: int) -> UserShown | NotFound: ...

Middlewares, signals, sessions and the test client get an HttpResponse. Where a decorator of Django's is above a view,
which looks at its response, `@replies` below it makes the HttpResponse there; so it does without the middleware.
"""

from __future__ import annotations

import functools
import logging
import weakref
from collections.abc import AsyncGenerator, Callable
from typing import Any, ParamSpec

from asgiref.sync import async_to_sync, iscoroutinefunction, markcoroutinefunction, sync_to_async
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from antiphon.integrations.around import around
from antiphon.integrations.django_response import InPieces, Whole
from antiphon.reply.raisable import Raisable, Raised
from antiphon.responses import Response
from antiphon.responses.lines import async_lines, is_whole, lines, run_background
from antiphon.responses.wsgi import scope_of
from antiphon.runtime.plan import RawHeader

P = ParamSpec("P")
_LOG = logging.getLogger("antiphon")


class ReplyMiddleware:
    """Turns the declared responses that views return or raise into Django's. It is the last of `MIDDLEWARE`."""

    sync_capable: bool = True
    async_capable: bool = True

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        self._get_response = get_response
        self.process_template_response: Any = self._convert
        if iscoroutinefunction(get_response):  # pyright: ignore[reportDeprecated]  # the one that knows its own marks
            markcoroutinefunction(self)
            self.process_template_response = self._convert_later

    def __call__(self, request: HttpRequest) -> Any:
        """The answer of whatever is below, by a coroutine where that is one."""
        return self._get_response(request)

    def _convert(self, request: HttpRequest, response: Any) -> Any:
        return carried(response, request) if isinstance(response, Response) else response

    async def _convert_later(self, request: HttpRequest, response: Any) -> Any:
        if not isinstance(response, Response):
            return response
        made = await carried_later(response, request)

        async def render() -> Any:
            return made

        made.render = render  # which Django awaits here; the other would be called in a thread
        return made

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """The response for a reply that a view raised; Django's own handling has all other errors."""
        raised: Any = error.response if isinstance(error, Raised) else error
        made: HttpResponseBase | None = None
        if isinstance(error, Raised | Raisable):
            made = carried(raised, request)
        return made


def replies(view: Callable[P, Any]) -> Callable[P, HttpResponse]:
    """The view with an HttpResponse as its result, as Django's decorators and types want it; also for methods."""
    made: Callable[P, HttpResponse] = around(view, _result, _result_later)
    return made


def _result(returned: Any, *arguments: Any, **_keywords: Any) -> Any:
    return carried(returned, _request(arguments)) if isinstance(returned, Response) else returned


async def _result_later(returned: Any, *arguments: Any, **_keywords: Any) -> Any:
    return await carried_later(returned, _request(arguments)) if isinstance(returned, Response) else returned


def _request(arguments: tuple[Any, ...]) -> Any:
    """The request of a view: its first argument, or the one after `self`, or that of `self`."""
    found = next((one for one in arguments if hasattr(one, "META")), None)
    return arguments[0].request if found is None else found


def carried(response: Response[Any, Any], request: Any) -> Any:
    """An HttpResponse that sends the same. By ASGI a body in pieces is an async iterator, as Django wants it."""
    if is_whole(response):
        return _whole(response, request)
    return async_to_sync(_in_loop)(response, request) if hasattr(request, "scope") else _in_thread(response, request)


async def carried_later(response: Response[Any, Any], request: Any) -> Any:
    """The same in an event loop. By WSGI Django has a loop for a coroutine alone, and the body outlives it."""
    if is_whole(response):
        return _whole(response, request)
    if hasattr(request, "scope"):
        return await _in_loop(response, request)
    return await sync_to_async(_in_thread)(response, request)


def _whole(response: Response[Any, Any], request: Any) -> Any:
    status, own, body = lines(response)
    made: Any = Whole(body, status=status, content_type="")  # or it would make one, which is not sent
    if response.background is not None:
        made._resource_closers.append(functools.partial(_work, response.background))
    return _kept(made, own, request)


def _in_thread(response: Response[Any, Any], request: Any) -> Any:
    status, own, body = lines(response, scope_of(request.META))
    return _kept(InPieces([body] if isinstance(body, bytes) else body, status=status, content_type=""), own, request)


async def _in_loop(response: Response[Any, Any], request: Any) -> Any:
    status, own, body = await async_lines(response, scope_of(request.META))
    made: Any = InPieces(_once(body) if isinstance(body, bytes) else body.generated(), status=status, content_type="")
    if not isinstance(body, bytes):
        made._resource_closers.append(body.abandon)  # Django iterates nothing where the client is quick to leave,
        weakref.finalize(made, body.abandon).atexit = False  # and closes nothing where it left before
    return _kept(made, own, request)


async def _once(piece: bytes) -> AsyncGenerator[bytes]:
    yield piece


def _kept(made: Any, own: list[RawHeader], request: Any) -> Any:
    match = getattr(request, "resolver_match", None)
    made.keep(own, getattr(match, "view_name", None) or str(getattr(request, "path", "")))
    return made


def _work(work: Callable[[], Any]) -> None:
    """Run the background work; Django drops what is raised there."""
    try:
        run_background(work)
    except Exception:  # noqa: BLE001 - Django would drop it without a word
        _LOG.exception("the background work of a response failed")
