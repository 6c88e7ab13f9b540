from __future__ import annotations

from typing import Any

from litestar import Litestar, Response, get

ORDER = {"number": 7}


@get("/")
async def endpoint() -> Response[Any]:
    return Response(ORDER, status_code=201)  # E: where is it?


app = Litestar([endpoint])
