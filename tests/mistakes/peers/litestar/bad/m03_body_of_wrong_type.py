from __future__ import annotations

import msgspec
from litestar import Litestar, get


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> Order:
    return {"number": "seven"}  # E: the endpoint promises an Order


app = Litestar([endpoint])
