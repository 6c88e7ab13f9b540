from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route


async def endpoint(request: Request) -> Response:
    return RedirectResponse("/orders/7", status_code=200)  # E: not a redirect status


app = Starlette(routes=[Route("/", endpoint)])
