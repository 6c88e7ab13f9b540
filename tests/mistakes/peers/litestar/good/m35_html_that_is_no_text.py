from __future__ import annotations

from litestar import Litestar, Response, get


@get("/", media_type="text/html")
async def endpoint() -> Response[str]:
    return Response("<h1>Orders</h1>", media_type="text/html")


app = Litestar([endpoint])
