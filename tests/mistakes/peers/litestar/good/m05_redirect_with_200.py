from __future__ import annotations

from litestar import Litestar, get
from litestar.response import Redirect


@get("/")
async def endpoint() -> Redirect:
    return Redirect("/orders/7", status_code=303)


app = Litestar([endpoint])
