from __future__ import annotations

import msgspec
from litestar import Litestar, get


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> Order:
    return Order(7)


app = Litestar([endpoint])
