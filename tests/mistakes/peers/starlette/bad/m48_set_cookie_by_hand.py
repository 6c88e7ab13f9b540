from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

ORDER = {"number": 7}


async def endpoint(request: Request) -> Response:
    return JSONResponse(ORDER, headers={"Set-Cookie": "sid=x; SameSite=None"})  # E: SameSite=None without Secure


app = Starlette(routes=[Route("/", endpoint)])
