from __future__ import annotations

import json
from typing import Any

from litestar import Litestar, Response, get

ORDER = {"number": 7}


@get("/")
async def endpoint() -> Response[Any]:
    return Response(json.dumps(ORDER))  # E: JSON inside a JSON string


app = Litestar([endpoint])
