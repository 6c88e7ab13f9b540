from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

ORDER = {"number": 7}


async def endpoint(request: Request) -> Response:
    return JSONResponse(ORDER, status_code="404")  # E: a status is an int


app = Starlette(routes=[Route("/", endpoint)])
