"""Flask's and Werkzeug's test clients, and the WSGI transport of httpx."""

from __future__ import annotations

import contextvars
import functools
from types import ModuleType
from typing import Any, Final

from antiphon.pytest_plugin.doors import Close, Record, replace, strictly

MODULES: Final = ("werkzeug.test", "werkzeug.wrappers.response", "httpx", "httpx2")
#: Whether Werkzeug runs an exception, or another WSGI callable that a view gave, to make the view's response of it.
_FORCING: Final = contextvars.ContextVar("forcing", default=False)


def open_door(module: ModuleType, record: Record) -> Close:
    """Put the judge between the module's client and its application."""
    if hasattr(module, "run_wsgi_app"):
        return replace(module, "run_wsgi_app", functools.partial(_run, record))
    if module.__name__ == "werkzeug.wrappers.response":
        return _unjudged(module.Response)
    from antiphon.testing.strict_wsgi import StrictWSGI

    return replace(module.WSGITransport, "handle_request", lambda handle: strictly(StrictWSGI, handle, record))


def _run(record: Record, run: Any) -> Any:
    from antiphon.testing.strict_wsgi import StrictWSGI

    @functools.wraps(run)
    def judged(app: Any, *args: Any, **kwargs: Any) -> Any:
        if _FORCING.get():
            return run(app, *args, **kwargs)
        strict = record.around(StrictWSGI, app)
        strict.begun = record.begun
        return run(strict, *args, **kwargs)

    return judged


def _unjudged(response: Any) -> Close:
    """Let `force_type` run without the judge: what it makes goes through the application, which may change it."""
    present = response.__dict__["force_type"]

    @functools.wraps(present.__func__)
    def force_type(cls: Any, *args: Any, **kwargs: Any) -> Any:
        token = _FORCING.set(True)
        try:
            return present.__func__(cls, *args, **kwargs)
        finally:
            _FORCING.reset(token)

    response.force_type = classmethod(force_type)

    def close() -> None:
        response.force_type = present

    return close
