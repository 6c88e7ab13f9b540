"""Django's test clients. They call the handler without WSGI or ASGI between: the response itself is judged."""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any, Final

from antiphon.pytest_plugin.doors import Close, Record, close_all, replace

MODULES: Final = ("django.test.client",)
_CONTENT: Final = "_antiphon_content"


def open_door(module: ModuleType, record: Record) -> Close:
    """Judge what the handlers of both clients give back."""
    closes = [
        replace(module.ClientHandler, "__call__", functools.partial(_sync, record)),
        replace(module.AsyncClientHandler, "__call__", functools.partial(_async, record)),
        replace(module, "conditional_content_removal", _keeping),
    ]
    return functools.partial(close_all, closes)


def _keeping(remove: Any) -> Any:
    """The content of a 204 or a 304 is kept, which a server may send and the client takes away."""

    def removing(request: Any, response: Any) -> Any:
        if not response.streaming:
            setattr(response, _CONTENT, response.content)
        return remove(request, response)

    return removing


def _sync(record: Record, call: Any) -> Any:
    def judging(self: Any, environ: Any) -> Any:
        response = call(self, environ)
        request = getattr(response, "wsgi_request", None)
        judge(response, environ.get("REQUEST_METHOD", "GET"), environ.get("PATH_INFO", ""), request, record, wsgi=True)
        return response

    return judging


def _async(record: Record, call: Any) -> Any:
    async def judging(self: Any, scope: Any) -> Any:
        response = await call(self, scope)
        request = getattr(response, "asgi_request", None)
        judge(response, scope.get("method", "GET"), scope.get("path", ""), request, record)
        return response

    return judging


def judge(response: Any, method: str, path: str, request: Any, record: Record, *, wsgi: bool = False) -> None:
    """Judge a response of Django's, with the handler that `request` was resolved to."""
    from antiphon.testing.django_view import django_view
    from antiphon.testing.judged_response import handler_of
    from antiphon.testing.wsgi_contract import connection_fields

    lines = [*response.items(), *(("Set-Cookie", cookie.OutputString()) for cookie in response.cookies.values())]
    octets = [(_octets(name), _octets(value)) for name, value in lines]
    content = None if response.streaming or method == "HEAD" else getattr(response, _CONTENT, response.content)
    match = getattr(request, "resolver_match", None)
    place = handler_of(django_view(getattr(match, "func", None), method))
    also = connection_fields(octets) if wsgi else ()
    record.judge(response.status_code, octets, content, method, str(path), place=place, also=also)


def _octets(text: object) -> bytes:
    """A name or value as servers send it; as UTF-8 where they cannot, which the rules then see."""
    try:
        return str(text).encode("latin-1")
    except UnicodeEncodeError:
        return str(text).encode()
