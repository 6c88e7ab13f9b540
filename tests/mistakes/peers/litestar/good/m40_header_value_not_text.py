from __future__ import annotations

import msgspec
from litestar import Litestar, Response, get


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> Response[Order]:
    return Response(Order(7), headers={"X-Total": "3"})


app = Litestar([endpoint])
