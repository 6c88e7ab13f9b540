"""aiohttp's test client, which asks a real server: status and fields are judged as they came over the wire."""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any, Final

from antiphon.pytest_plugin.doors import Close, Record, replace

MODULES: Final = ("aiohttp.test_utils",)


def open_door(module: ModuleType, record: Record) -> Close:
    """Judge each response that the client gets, and those that redirected it."""
    return replace(module.TestClient, "_request", functools.partial(_judging, record))


def _judging(record: Record, request: Any) -> Any:
    @functools.wraps(request)
    async def judging(self: Any, *args: Any, **kwargs: Any) -> Any:
        response = await request(self, *args, **kwargs)
        for one in (*response.history, response):
            record.judge(one.status, one.raw_headers, None, one.method, one.url.path)
        return response

    return judging
