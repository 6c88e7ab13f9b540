"""Falcon's `simulate_request` and its kin, TestClient and ASGIConductor: two functions are behind all of them."""

from __future__ import annotations

import functools
import sys
from types import ModuleType
from typing import Any, Final

from antiphon.pytest_plugin.doors import Close, Record, close_all, replace

MODULES: Final = ("falcon.testing.client",)
_FUNCTIONS: Final = ("simulate_request", "_simulate_request_asgi")


def open_door(module: ModuleType, record: Record) -> Close:
    """Put the judge around the application of each request."""
    owners = [module, sys.modules.get("falcon.testing")]  # the package has the name already where it was imported first
    closes = [
        replace(owner, name, functools.partial(_judging, record, module))
        for owner in owners
        for name in _FUNCTIONS
        if hasattr(owner, name)
    ]
    return functools.partial(close_all, closes)


def _judging(record: Record, module: ModuleType, simulate: Any) -> Any:
    from antiphon.testing.strict_asgi import StrictASGI
    from antiphon.testing.strict_wsgi import StrictWSGI

    @functools.wraps(simulate)
    def judged(app: Any, *args: Any, **kwargs: Any) -> Any:
        if not isinstance(app, StrictASGI | StrictWSGI):
            asgi = module._is_asgi_app(app)
            app = record.around(StrictASGI, app) if asgi else record.around(StrictWSGI, app)
        return simulate(app, *args, **kwargs)

    return judged
