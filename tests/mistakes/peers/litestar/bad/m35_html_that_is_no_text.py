from __future__ import annotations

from typing import Any

from litestar import Litestar, Response, get


@get("/", media_type="text/html")
async def endpoint() -> Response[Any]:
    return Response(object(), media_type="text/html")  # E: HTML is str


app = Litestar([endpoint])
