from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

ORDER = {"number": 7}


async def endpoint(request: Request) -> Response:
    if not request.cookies:
        return PlainTextResponse("sign in", status_code=403)  # E: the clients know of JSON alone
    return JSONResponse(ORDER)


app = Starlette(routes=[Route("/", endpoint)])
