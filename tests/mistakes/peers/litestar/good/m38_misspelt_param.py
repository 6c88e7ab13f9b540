from __future__ import annotations

import msgspec
from litestar import Litestar, Response, get
from litestar.datastructures import Cookie


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> Response[Order]:
    cart = Cookie(key="session", value="s1", secure=True)
    return Response(Order(7), cookies=[cart])


app = Litestar([endpoint])
