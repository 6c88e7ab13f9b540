from __future__ import annotations

from litestar import Litestar, Response, get


@get("/")
async def endpoint() -> Response[None]:
    return Response  # E: the call is missing


app = Litestar([endpoint])
