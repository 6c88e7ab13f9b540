"""WebTest's TestApp, which Pyramid's tests and django-webtest use."""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any, Final

from antiphon.pytest_plugin.doors import Close, Record, replace

MODULES: Final = ("webtest.app",)


def open_door(module: ModuleType, record: Record) -> Close:
    """Put the judge around the application during each request: tests reach for `testapp.app` between them."""
    return replace(module.TestApp, "do_request", functools.partial(_judging, record))


def _judging(record: Record, request: Any) -> Any:
    from antiphon.testing.strict_wsgi import StrictWSGI

    @functools.wraps(request)
    def judged(self: Any, *args: Any, **kwargs: Any) -> Any:
        present = self.app
        self.app = record.around(StrictWSGI, present)
        try:
            return request(self, *args, **kwargs)
        finally:
            self.app = present

    return judged
