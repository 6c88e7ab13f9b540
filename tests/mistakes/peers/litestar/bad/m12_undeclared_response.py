from __future__ import annotations

import msgspec
from litestar import Litestar, Response, get


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint(found: bool = False) -> Response[Order]:
    if not found:
        return Response(Order(0), status_code=410)  # E: 410 is not declared
    return Response(Order(7))


app = Litestar([endpoint])
