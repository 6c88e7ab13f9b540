"""Flask's and Werkzeug's test clients, and the WSGI transport of httpx."""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any, Final

from antiphon.pytest_plugin.doors import Close, Record, replace, strictly

MODULES: Final = ("werkzeug.test", "httpx", "httpx2")


def open_door(module: ModuleType, record: Record) -> Close:
    """Put the judge between the module's client and its application."""
    if hasattr(module, "run_wsgi_app"):
        return replace(module, "run_wsgi_app", functools.partial(_run, record))
    from antiphon.testing.strict_wsgi import StrictWSGI

    return replace(module.WSGITransport, "handle_request", lambda handle: strictly(StrictWSGI, handle, record))


def _run(record: Record, run: Any) -> Any:
    from antiphon.testing.strict_wsgi import StrictWSGI

    @functools.wraps(run)
    def judged(app: Any, *args: Any, **kwargs: Any) -> Any:
        strict = record.around(StrictWSGI, app)
        strict.begun = record.begun
        return run(strict, *args, **kwargs)

    return judged
