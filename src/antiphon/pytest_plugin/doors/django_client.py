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
        _judge(response, environ.get("REQUEST_METHOD", "GET"), environ.get("PATH_INFO", ""), record, wsgi=True)
        return response

    return judging


def _async(record: Record, call: Any) -> Any:
    async def judging(self: Any, scope: Any) -> Any:
        response = await call(self, scope)
        _judge(response, scope.get("method", "GET"), scope.get("path", ""), record)
        return response

    return judging


def _judge(response: Any, method: str, path: str, record: Record, *, wsgi: bool = False) -> None:
    from antiphon.testing.judged_response import handler_of
    from antiphon.testing.wsgi_contract import connection_fields

    lines = [*response.items(), *(("Set-Cookie", cookie.OutputString()) for cookie in response.cookies.values())]
    octets = [(str(name).encode("latin-1"), str(value).encode("latin-1")) for name, value in lines]
    content = None if response.streaming or method == "HEAD" else getattr(response, _CONTENT, response.content)
    match = getattr(getattr(response, "wsgi_request", None), "resolver_match", None)
    place = handler_of(getattr(match, "func", None))
    also = connection_fields(octets) if wsgi else ()
    record.judge(response.status_code, octets, content, method, str(path), place=place, also=also)
