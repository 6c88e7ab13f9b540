from __future__ import annotations

from typing import Any

from litestar import Litestar, Response, get

ORDER = {"number": 7}


@get("/")
async def endpoint() -> Response[Any]:
    return Response(ORDER)


app = Litestar([endpoint])
