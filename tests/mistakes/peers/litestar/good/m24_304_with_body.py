from __future__ import annotations

from litestar import Litestar, Response, get


@get("/")
async def endpoint() -> Response[None]:
    return Response(None, status_code=304, headers={"ETag": '"v1"'})


app = Litestar([endpoint])
