from __future__ import annotations

import json

import msgspec
from litestar import Litestar, Response, get
from litestar.datastructures import Cookie


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> Response[Order]:
    cart = Cookie(key="cart", value=json.dumps({"items": 1}))  # E: quotes come back as backslashes
    return Response(Order(7), cookies=[cart])


app = Litestar([endpoint])
