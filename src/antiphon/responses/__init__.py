"""The concrete responses: drop-ins for `starlette.responses` and `fastapi.responses`."""

from antiphon.responses.classes import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from antiphon.responses.files import FileResponse
from antiphon.responses.other_json import ORJSONResponse, UJSONResponse
from antiphon.responses.streams import StreamingResponse

__all__ = [
    "FileResponse",
    "HTMLResponse",
    "JSONResponse",
    "ORJSONResponse",
    "PlainTextResponse",
    "RedirectResponse",
    "Response",
    "StreamingResponse",
    "UJSONResponse",
]

# Frameworks read the annotations of constructors, which at run time are Starlette's.
for _class in (Response, JSONResponse, RedirectResponse, StreamingResponse, FileResponse):
    _class.__init__.__annotations__["status_code"] = "int"
