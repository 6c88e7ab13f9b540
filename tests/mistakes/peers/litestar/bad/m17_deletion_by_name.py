from __future__ import annotations

import msgspec
from litestar import Litestar, Response, get


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> Response[Order]:
    reply = Response(Order(7))
    reply.delete_cookie("session")  # E: it was set with path="/app", so the cookie stays
    return reply


app = Litestar([endpoint])
