# Written by `nox -s generate` from src; do not edit.
"""Falcon's response classes, by WSGI and ASGI, which may have the lines of a declared response."""

from typing import Any, TypeAlias

import falcon
import falcon.asgi

from antiphon.responses import Response as Declared
from antiphon.responses.lines import Lines
from antiphon.runtime.plan import RawHeader

_Root: TypeAlias = falcon.Response

class _Carrier(_Root):
    """A response that may have the lines of a declared one."""

    antiphon_lines: list[RawHeader] | None = None

    def carry(self, response: Declared[Any, Any], found: Lines[Any], req: Any) -> None:
        """Send this response. Headers and cookies that are set on `resp` already are merged into it."""

class Response(_Carrier, falcon.Response):
    """Falcon's response by WSGI."""

class AsyncResponse(_Carrier, falcon.asgi.Response):
    """Falcon's response by ASGI."""
