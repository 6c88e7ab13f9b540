from __future__ import annotations

import msgspec
from litestar import Litestar, Response, get


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> Response[Order]:
    return Response(Order(7), headers={"Cahce-Control": "no-store"})  # E: Cache-Control


app = Litestar([endpoint])
