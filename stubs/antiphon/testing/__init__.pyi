# Written by `nox -s generate` from src; do not edit.
"""The judge around an application, for its tests, a development server, or staging; and assertions for tests.

A name is imported when it is first asked for: the judge of a service that declares nothing needs no declarations.
"""

from typing import Any

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

def __getattr__(name: str) -> Any: ...
def __dir__() -> list[str]: ...
