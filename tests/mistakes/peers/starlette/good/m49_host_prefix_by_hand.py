from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

ORDER = {"number": 7}


async def endpoint(request: Request) -> Response:
    reply = JSONResponse(ORDER)
    reply.set_cookie("__Secure-cart", "c1", secure=True)
    return reply


app = Starlette(routes=[Route("/", endpoint)])
