"""Sanic's test client, which asks a real server with httpx. SanicASGITestClient is httpx's own transport."""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any, Final

from antiphon.pytest_plugin.doors import Close, Record, replace

MODULES: Final = ("sanic_testing.testing",)


def open_door(module: ModuleType, record: Record) -> Close:
    """Judge each response that the client gets, and those that redirected it."""
    return replace(module.SanicTestClient, "_local_request", functools.partial(_judging, record))


def _judging(record: Record, request: Any) -> Any:
    @functools.wraps(request)
    async def judging(self: Any, method: str, *args: Any, **kwargs: Any) -> Any:
        response = await request(self, method, *args, **kwargs)
        for one in (*response.history, response) if hasattr(response, "history") else ():
            record.judge(one.status_code, one.headers.raw, None, one.request.method, one.request.url.path)
        return response

    return judging
