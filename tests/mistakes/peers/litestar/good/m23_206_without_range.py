from __future__ import annotations

from typing import Any

from litestar import Litestar, Response, get


@get("/")
async def endpoint() -> Response[Any]:
    return Response([1], status_code=206, headers={"Content-Range": "items 0-0/2"})


app = Litestar([endpoint])
