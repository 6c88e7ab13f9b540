from __future__ import annotations

from typing import Any

from litestar import Litestar, Response, get


@get("/")
async def endpoint() -> Response[Any]:
    return Response({"lock": "open"})


app = Litestar([endpoint])
