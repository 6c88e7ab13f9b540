from __future__ import annotations

from litestar import Litestar, get
from litestar.response import Redirect


@get("/")
async def endpoint() -> Redirect:
    return Redirect("/orders/7", status_code=200)  # E: not a redirect status


app = Litestar([endpoint])
