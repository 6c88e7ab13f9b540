"""Arguments that the drop-in classes accept besides those of Starlette's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import httpx2
import starlette.datastructures
import starlette.responses

from antiphon import ContentDisposition
from antiphon.responses import FileResponse, JSONResponse, RedirectResponse, Response, StreamingResponse

pairs = [("set-cookie", "a=1"), ("set-cookie", "b=2")]
mapping: Mapping[str, str] = {"x-a": "1"}

response = Response("x", headers=pairs)
Response("x", headers=mapping)
Response("x", headers=httpx2.Headers(pairs))
Response("x", headers=starlette.datastructures.MutableHeaders(mapping))
JSONResponse({}, headers=response.headers)
RedirectResponse("/", headers=iter(pairs))
StreamingResponse([b"x"], headers=pairs).status_code = 206
FileResponse("plan.pdf", filename="plan.pdf", headers=pairs)
response.headers.update(pairs)
response.set_cookie("sid", "x", max_age=timedelta(days=2).total_seconds())
response.set_cookie("sid", "x", max_age=60, expires=60.0)
response.set_cookie("sid", "x", expires=datetime.now(UTC))
ContentDisposition("attachment", filename="../10:30.pdf")


class Own(Response):
    """An override with Starlette's annotation is one here too."""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        """As Starlette has it."""
        super().init_headers(headers)


starlettes: starlette.responses.Response = response
