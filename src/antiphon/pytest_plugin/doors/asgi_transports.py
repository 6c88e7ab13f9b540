"""Starlette's and FastAPI's TestClient, and the ASGI transport of httpx."""

from __future__ import annotations

from types import ModuleType
from typing import Final

from antiphon.pytest_plugin.doors import Close, Record, replace, strictly

MODULES: Final = ("starlette.testclient", "httpx", "httpx2")
_TRANSPORTS: Final = (("_TestClientTransport", "handle_request"), ("ASGITransport", "handle_async_request"))


def open_door(module: ModuleType, record: Record) -> Close:
    """Put the judge between each transport of the module and its application."""
    from antiphon.testing.strict_asgi import StrictASGI

    for name, method in _TRANSPORTS:
        transport = getattr(module, name, None)
        if transport is not None:
            return replace(transport, method, lambda handle: strictly(StrictASGI, handle, record))
    return lambda: None
