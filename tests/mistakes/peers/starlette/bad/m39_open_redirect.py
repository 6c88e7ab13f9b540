from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route


async def endpoint(request: Request) -> Response:
    target = request.query_params.get("next", "//evil.example/")
    return RedirectResponse(target, status_code=303)  # E: a user's text leads anywhere


app = Starlette(routes=[Route("/", endpoint)])
