from __future__ import annotations

import msgspec
from litestar import Litestar, Response, get


class Order(msgspec.Struct):
    number: int


@get("/", status_code=202)
async def endpoint() -> Response[Order]:
    return Response(Order(7))


app = Litestar([endpoint])
