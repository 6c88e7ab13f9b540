from __future__ import annotations

from typing import Any

from litestar import Litestar, Response, get

ORDER = {"number": 7}


@get("/")
async def endpoint() -> Response[Any]:
    return Response(ORDER, status_code=401, headers={"WWW-Authenticate": "Bearer"})


app = Litestar([endpoint])
