from __future__ import annotations

import msgspec
from litestar import Litestar, get


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> Order | None:
    return {7: Order(7)}.get(8)


app = Litestar([endpoint])
