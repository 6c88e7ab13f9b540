from __future__ import annotations

from typing import Any

from litestar import Litestar, Response, get


@get("/")
async def endpoint() -> Response[Any]:
    return Response(object())  # E: no JSON form


app = Litestar([endpoint])
