"""Litestar's test clients."""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any, Final

from antiphon.pytest_plugin.doors import Close, Record, close_all, replace

MODULES: Final = ("litestar.testing.client",)


def open_door(module: ModuleType, record: Record) -> Close:
    """Put the judge around the application of each client that is made from now on."""
    closes = [
        replace(client, "__init__", functools.partial(_judging, record))
        for name in ("TestClient", "AsyncTestClient")
        if (client := getattr(module, name, None)) is not None
    ]
    return functools.partial(close_all, closes)


def _judging(record: Record, init: Any) -> Any:
    from antiphon.testing.strict_asgi import StrictASGI

    @functools.wraps(init)
    def judged(self: Any, *args: Any, **kwargs: Any) -> None:
        init(self, *args, **kwargs)
        if not isinstance(self.app, StrictASGI):
            self.app = record.around(StrictASGI, self.app)

    return judged
