# Written by `nox -s generate` from src; do not edit.
"""The drop-in classes for HTML, plain text, JSON and redirects: `Response` with content of one kind.

JSON is rendered by msgspec.
"""

from typing import Any

from antiphon.responses import starlette_classes
from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.response import B_co, Response, S_co
from antiphon.responses.starlette_classes import URL, BackgroundTask

__all__ = ["HTMLResponse", "JSONResponse", "PlainTextResponse", "RedirectResponse"]

class HTMLResponse(Response[S_co, str], starlette_classes.HTMLResponse):
    """Text as text/html."""

    media_type: str = "text/html"

class PlainTextResponse(Response[S_co, str], starlette_classes.PlainTextResponse):
    """Text as text/plain."""

    media_type: str = "text/plain"

class JSONResponse(Response[S_co, B_co], starlette_classes.JSONResponse):
    """Anything that has a JSON form as application/json (RFC 8259).

    Raises ParamError, beside what Response refuses, for NaN, an infinity, and what has no JSON form.
    """

    media_type: str = "application/json"
    body: bytes

    def __init__(
        self,
        content: Any,
        status_code: S_co = 200,  # type: ignore[assignment]  # as in Response
        headers: HeaderLines | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None: ...
    def render(self, content: Any) -> bytes:
        """The content as JSON in UTF-8, whatever `charset` is."""

class RedirectResponse(Response[S_co, None], starlette_classes.RedirectResponse):
    """An empty response whose Location leads elsewhere, to any origin: check what came from a user before.

    Raises ParamError, beside what Response refuses, for a status other than 301, 302, 303, 307 and 308, and a target
    that browsers do not follow or that hides where it leads.
    """

    def __init__(
        self,
        url: str | URL,
        status_code: S_co = 307,  # type: ignore[assignment]  # as in Response
        headers: HeaderLines | None = None,
        background: BackgroundTask | None = None,
    ) -> None: ...
