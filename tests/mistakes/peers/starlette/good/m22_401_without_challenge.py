from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

ORDER = {"number": 7}


async def endpoint(request: Request) -> Response:
    return JSONResponse(ORDER, status_code=401, headers={"WWW-Authenticate": "Bearer"})


app = Starlette(routes=[Route("/", endpoint)])
