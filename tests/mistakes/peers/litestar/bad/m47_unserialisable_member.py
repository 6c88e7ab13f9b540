from __future__ import annotations

import threading
from typing import Any

from litestar import Litestar, Response, get


@get("/")
async def endpoint() -> Response[Any]:
    return Response({"lock": threading.Lock()})  # E: a member has no JSON form


app = Litestar([endpoint])
