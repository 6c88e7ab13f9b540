from __future__ import annotations

from typing import TypedDict

from litestar import Litestar, get


class Row(TypedDict):
    name: str


@get("/")
async def endpoint() -> Row:
    return {"nmae": "Ada"}  # E: name


app = Litestar([endpoint])
