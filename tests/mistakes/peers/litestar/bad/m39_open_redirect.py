from __future__ import annotations

from litestar import Litestar, get
from litestar.response import Redirect


@get("/")
async def endpoint(target: str = "//evil.example/") -> Redirect:
    return Redirect(target, status_code=303)  # E: a user's text leads anywhere


app = Litestar([endpoint])
