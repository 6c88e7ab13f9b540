from __future__ import annotations

import msgspec
from litestar import Litestar, get
from litestar.datastructures.headers import CacheControlHeader


class Order(msgspec.Struct):
    number: int


@get("/", cache_control=CacheControlHeader(max_age=3600))
async def endpoint() -> Order:
    return Order(7)


app = Litestar([endpoint])
