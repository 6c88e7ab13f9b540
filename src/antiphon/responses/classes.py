"""The drop-in classes for HTML, plain text, JSON and redirects: `Response` with content of one kind.

JSON is rendered by msgspec.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from antiphon.http.status import REDIRECTS
from antiphon.responses import starlette_classes
from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.redirect import redirect_target
from antiphon.responses.response import B_co, Response, S_co
from antiphon.responses.starlette_classes import URL, BackgroundTask
from antiphon.responses.status import check_redirect_status
from antiphon.runtime.content.json import encode

__all__ = ["HTMLResponse", "JSONResponse", "PlainTextResponse", "RedirectResponse"]


class HTMLResponse(Response[S_co, str], starlette_classes.HTMLResponse):
    """Text as text/html."""

    media_type: str = "text/html"  # pyright: ignore[reportIncompatibleVariableOverride]  # as in Starlette


class PlainTextResponse(Response[S_co, str], starlette_classes.PlainTextResponse):
    """Text as text/plain."""

    media_type: str = "text/plain"  # pyright: ignore[reportIncompatibleVariableOverride]  # as in Starlette


class JSONResponse(Response[S_co, B_co], starlette_classes.JSONResponse):
    """Anything that has a JSON form as application/json (RFC 8259).

    Raises ParamError, beside what Response refuses, for NaN, an infinity, and what has no JSON form.
    """

    media_type: str = "application/json"  # pyright: ignore[reportIncompatibleVariableOverride]  # as in Starlette
    if TYPE_CHECKING:
        body: bytes  # pyright: ignore[reportIncompatibleVariableOverride]  # `render` gives nothing else

    def __init__(
        self,
        content: Any,
        status_code: S_co = 200,  # type: ignore[assignment]  # as in Response
        headers: HeaderLines | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        Response.__init__(self, content, status_code, headers, media_type, background)

    def render(self, content: Any) -> bytes:
        """The content as JSON in UTF-8, whatever `charset` is."""
        return encode(content)


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
    ) -> None:
        if status_code.__class__ is not int or status_code not in REDIRECTS:
            check_redirect_status(status_code)
        line = b"location", redirect_target(url)
        Response.__init__(self, b"", status_code, headers, None, background)
        if headers is None and type(self).init_headers is Response.init_headers:  # so there is no Location yet
            self.raw_headers.append(line)
        else:
            self.headers["location"] = line[1].decode()
