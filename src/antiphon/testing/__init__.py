"""The judge around an application, for its tests, a development server, or staging; and assertions for tests.

A name is imported when it is first asked for: the judge of a service that declares nothing needs no declarations.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from antiphon.testing.declared.assert_sends import Sent, assert_sends
    from antiphon.testing.judged_response import JudgedResponse, WrongResponse
    from antiphon.testing.plugins import Plugin, assert_plugin
    from antiphon.testing.strict_asgi import StrictASGI
    from antiphon.testing.strict_wsgi import StrictWSGI

__all__ = [
    "JudgedResponse",
    "Plugin",
    "Sent",
    "StrictASGI",
    "StrictWSGI",
    "WrongResponse",
    "assert_plugin",
    "assert_sends",
]

_MODULES = {
    "JudgedResponse": "antiphon.testing.judged_response",
    "Plugin": "antiphon.testing.plugins",
    "Sent": "antiphon.testing.declared.assert_sends",
    "StrictASGI": "antiphon.testing.strict_asgi",
    "StrictWSGI": "antiphon.testing.strict_wsgi",
    "WrongResponse": "antiphon.testing.judged_response",
    "assert_plugin": "antiphon.testing.plugins",
    "assert_sends": "antiphon.testing.declared.assert_sends",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(importlib.import_module(_MODULES[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
