from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route


async def endpoint(request: Request) -> Response:
    return HTMLResponse({"title": "Orders"})  # E: HTML is str


app = Starlette(routes=[Route("/", endpoint)])
