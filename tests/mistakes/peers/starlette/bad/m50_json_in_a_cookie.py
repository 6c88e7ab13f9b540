from __future__ import annotations

import json

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

ORDER = {"number": 7}


async def endpoint(request: Request) -> Response:
    reply = JSONResponse(ORDER)
    reply.set_cookie("cart", json.dumps({"items": 1}))  # E: quotes come back as backslashes
    return reply


app = Starlette(routes=[Route("/", endpoint)])
