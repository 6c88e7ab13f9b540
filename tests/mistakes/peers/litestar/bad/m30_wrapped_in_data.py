from __future__ import annotations

import msgspec
from litestar import Litestar, get


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> list[Order]:
    return {"data": [Order(7)]}  # E: the list is declared bare


app = Litestar([endpoint])
