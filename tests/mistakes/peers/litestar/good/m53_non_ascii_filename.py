from __future__ import annotations

import msgspec
from litestar import Litestar, Response, get


class Order(msgspec.Struct):
    number: int


@get("/")
async def endpoint() -> Response[Order]:
    return Response(Order(7), headers={"Content-Disposition": "attachment; filename*=UTF-8''Best%C3%A4tigung.pdf"})


app = Litestar([endpoint])
