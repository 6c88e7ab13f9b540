from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route


async def endpoint(request: Request) -> Response:
    return RedirectResponse("/orders", status_code=303)


app = Starlette(routes=[Route("/", endpoint)])
