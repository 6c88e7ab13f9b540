from __future__ import annotations

from typing import Any

from litestar import Litestar, Response, get


@get("/")
async def endpoint() -> Response[Any]:
    return Response({"title": "Gone"}, status_code=404, media_type="application/problem+json")


app = Litestar([endpoint])
