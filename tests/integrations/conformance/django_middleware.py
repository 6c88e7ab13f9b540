"""A middleware of Django that adds and changes lines, for the suites on Django and on what is built on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.integrations.conformance.suite import CHANGED

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def around(get_response: Any) -> Any:
    """Add and change the lines that a test asks for."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response: HttpResponse = get_response(request)
        if "X-Append" in request.headers:
            response["X-Appended"] = "1"
            vary = response.get("Vary")
            response["Vary"] = f"{vary}, Cookie" if vary else "Cookie"
            response.set_cookie("seen", "1")
        if "X-Change" in request.headers:
            response[CHANGED[0].decode()] = CHANGED[1].decode()
        return response

    return middleware
