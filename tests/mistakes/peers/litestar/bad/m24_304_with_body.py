from __future__ import annotations

from litestar import Litestar, Response, get


@get("/")
async def endpoint() -> Response[str]:
    return Response("unchanged", status_code=304)  # E: no content on 304


app = Litestar([endpoint])
