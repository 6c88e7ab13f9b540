from __future__ import annotations

from litestar import Litestar, Response, get


@get("/")
async def endpoint() -> Response[None]:
    return Response(None, status_code=204)


app = Litestar([endpoint])
