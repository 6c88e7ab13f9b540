from __future__ import annotations

import json

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

ORDER = {"number": 7}


async def endpoint(request: Request) -> Response:
    return JSONResponse(json.dumps(ORDER))  # E: JSON inside a JSON string


app = Starlette(routes=[Route("/", endpoint)])
