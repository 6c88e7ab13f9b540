from __future__ import annotations

import msgspec
from litestar import Litestar, Response, get


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> Response[Order]:
    reply = Response(Order(7))
    reply.delete_cookie("session", path="/app")
    return reply


app = Litestar([endpoint])
