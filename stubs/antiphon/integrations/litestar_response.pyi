# Written by `nox -s generate` from src; do not edit.
"""Litestar's response class with a declared response's lines."""

from typing import Any

import litestar

from antiphon.responses import Response

class Carried(litestar.Response[Any]):
    """A response of Litestar's class, for hooks. What is done to its headers, cookies and status is sent."""

    antiphon_response: Response[Any, Any]

    def __init__(self, response: Response[Any, Any], where: str = "") -> None: ...
    def to_asgi_response(self, app: Any = None, request: Any = None, **around: Any) -> Any:
        """The response itself, which Litestar sends as the ASGI application that it is."""
