from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route


async def endpoint(request: Request) -> Response:
    return JSONResponse([1], status_code=206)  # E: 206 without Content-Range


app = Starlette(routes=[Route("/", endpoint)])
