"""Starlette's and FastAPI's TestClient, and the ASGI transport of httpx."""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any, Final

from antiphon.pytest_plugin.doors import Close, Record, replace
from antiphon.testing.strict_asgi import StrictASGI

MODULES: Final = ("starlette.testclient", "httpx", "httpx2")
_TRANSPORTS: Final = (("_TestClientTransport", "handle_request"), ("ASGITransport", "handle_async_request"))


def open_door(module: ModuleType, record: Record) -> Close:
    """Put the judge between each transport of the module and its application."""
    for name, method in _TRANSPORTS:
        transport = getattr(module, name, None)
        if transport is not None:
            return replace(transport, method, functools.partial(_judging, record))
    return lambda: None


def _judging(record: Record, handle: Any) -> Any:
    def judged(self: Any, request: Any) -> Any:
        if not isinstance(self.app, StrictASGI):
            self.app = StrictASGI(self.app, on_finding=record)
        return handle(self, request)

    return judged
