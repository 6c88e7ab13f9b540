from __future__ import annotations

import msgspec
from litestar import Litestar, Response, get


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> Response[Order]:
    reply = Response(Order(7))
    reply.set_cookie("cart", "c1")
    reply.set_cookie("cart", "c2")  # E: the second replaces the first
    return reply


app = Litestar([endpoint])
