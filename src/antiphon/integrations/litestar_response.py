"""Litestar's response class with a declared response's lines."""

from __future__ import annotations

import copy
from typing import Any

import litestar

from antiphon.integrations.settled import joined, settled, unjoined
from antiphon.responses import Response


class Carried(litestar.Response[Any]):
    """A response of Litestar's class, for hooks. What is done to its headers, cookies and status is sent."""

    def __init__(self, response: Response[Any, Any], where: str = "") -> None:
        headers = joined(response.raw_headers)
        super().__init__(content=getattr(response, "content", None), headers=headers, status_code=response.status_code)
        self.antiphon_response = response
        self._given = dict(headers)
        self._where = where

    def to_asgi_response(self, app: Any = None, request: Any = None, **around: Any) -> Any:
        """The response itself, which Litestar sends as the ASGI application that it is."""
        response = copy.copy(self.antiphon_response)
        response.status_code = self.status_code or response.status_code
        now = {name.lower(): str(value) for name, value in self.headers.items()}
        lines = unjoined(response.raw_headers, self._given, now)
        cookies = [cookie.to_encoded_header() for cookie in self.cookies if not cookie.documentation_only]
        response.raw_headers = settled(response.raw_headers, [*lines, *cookies], self._where)
        return response
