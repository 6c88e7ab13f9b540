"""django-ninja's test clients, which call a view without Django's handler and middleware."""

from __future__ import annotations

import functools
import inspect
from types import ModuleType
from typing import Any, Final

from antiphon.pytest_plugin.doors import Close, Record, close_all, replace
from antiphon.pytest_plugin.doors.django_client import judge

MODULES: Final = ("ninja.testing.client",)


def open_door(module: ModuleType, record: Record) -> Close:
    """Judge what the views give back."""
    clients = module.TestClient, module.TestAsyncClient
    closes = [replace(client, "_call", functools.partial(_judging, record)) for client in clients]
    return functools.partial(close_all, closes)


def _judging(record: Record, call: Any) -> Any:
    @functools.wraps(call)
    def judging(self: Any, view: Any, request: Any, kwargs: Any) -> Any:
        def judged(response: Any) -> Any:
            judge(response, str(request.method), str(request.path), request, record)
            return response

        async def awaited(response: Any) -> Any:
            return judged(await response)

        def seen(*args: Any, **named: Any) -> Any:
            response = view(*args, **named)
            return awaited(response) if inspect.isawaitable(response) else judged(response)

        return call(self, seen, request, kwargs)

    return judging
