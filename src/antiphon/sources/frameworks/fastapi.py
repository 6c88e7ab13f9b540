"""FastAPI: Starlette's responses under its own names, its exception, and the response that it hands to a function."""

from __future__ import annotations

import dataclasses
from typing import Final

from antiphon.sources import kinds
from antiphon.sources.frameworks import starlette
from antiphon.sources.tables import Framework, Handlers

_EXCEPTION: Final = dataclasses.replace(starlette.EXCEPTION, media_type="application/json")
#: orjson knows dates and UUIDs, and fails with these.
_ORJSON: Final = dataclasses.replace(
    starlette.JSON, json_lacks=frozenset({kinds.SET, kinds.OCTETS, kinds.DECIMAL, kinds.OBJECT})
)
_CALLS: Final = {
    "Response": starlette.RESPONSE,
    "HTMLResponse": starlette.HTML,
    "PlainTextResponse": starlette.TEXT,
    "JSONResponse": starlette.JSON,
    "ORJSONResponse": _ORJSON,
    "UJSONResponse": starlette.JSON,
    "RedirectResponse": starlette.REDIRECT,
    "StreamingResponse": starlette.STREAM,
    "FileResponse": starlette.FILE,
}

FRAMEWORK: Final = Framework(
    name="fastapi",
    roots=("fastapi",),
    responses={
        **{f"fastapi.responses.{name}": row for name, row in _CALLS.items()},
        "fastapi.Response": starlette.RESPONSE,
        "fastapi.HTTPException": _EXCEPTION,
        "fastapi.exceptions.HTTPException": _EXCEPTION,
        "fastapi.templating.Jinja2Templates().TemplateResponse": starlette.TEMPLATE,
    },
    cookies=starlette.COOKIES,
    header_fields=starlette.HEADER_FIELDS,
    attributes={"status_code": "status"},
    handlers=Handlers(
        decorators=frozenset(
            f"fastapi.{owner}().{method}"
            for owner in ("FastAPI", "APIRouter", "routing.APIRouter", "applications.FastAPI")
            for method in ("get", "post", "put", "patch", "delete", "api_route")
        ),
        takes_tuple_for="FastAPI sends 200 and a JSON array of both",
    ),
    wrong_fields=starlette.WRONG_FIELDS,
    lost_attributes=starlette.LOST_ATTRIBUTES,
    handed_by_decorator={("middleware", 1): starlette.CALL_NEXT},
)
