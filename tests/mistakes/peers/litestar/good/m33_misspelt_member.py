from __future__ import annotations

from typing import TypedDict

from litestar import Litestar, get


class Row(TypedDict):
    name: str


@get("/")
async def endpoint() -> Row:
    return {"name": "Ada"}


app = Litestar([endpoint])
