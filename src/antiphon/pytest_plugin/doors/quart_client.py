"""Quart's test client, whose connections call the application themselves."""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any, Final

from antiphon.pytest_plugin.doors import Close, Record, replace

MODULES: Final = ("quart.testing.connections",)


def open_door(module: ModuleType, record: Record) -> Close:
    """Put the judge around the application of each connection that is made from now on."""
    return replace(module.TestHTTPConnection, "__init__", functools.partial(_judging, record))


def _judging(record: Record, init: Any) -> Any:
    from antiphon.testing.strict_asgi import StrictASGI

    @functools.wraps(init)
    def judged(self: Any, *args: Any, **kwargs: Any) -> None:
        init(self, *args, **kwargs)
        self.app = record.around(StrictASGI, self.app)

    return judged
