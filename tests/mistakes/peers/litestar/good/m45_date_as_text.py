from __future__ import annotations

import msgspec
from litestar import Litestar, Response, get


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> Response[Order]:
    return Response(Order(7), headers={"Last-Modified": "Thu, 01 Jan 2026 00:00:00 GMT"})


app = Litestar([endpoint])
