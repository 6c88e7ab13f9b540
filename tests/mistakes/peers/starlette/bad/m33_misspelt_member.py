from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route


async def endpoint(request: Request) -> Response:
    return JSONResponse({"nmae": "Ada"})  # E: name


app = Starlette(routes=[Route("/", endpoint)])
