from __future__ import annotations

import msgspec
from litestar import Litestar, get


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> Order:
    return {7: Order(7)}.get(8)  # E: it may be None


app = Litestar([endpoint])
