# Written by `nox -s generate` from src; do not edit.
"""The concrete responses: drop-ins for `starlette.responses` and `fastapi.responses`."""

from antiphon.responses.classes import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse
from antiphon.responses.event_source import EventSourceResponse
from antiphon.responses.files import FileResponse
from antiphon.responses.other_json import ORJSONResponse, UJSONResponse
from antiphon.responses.response import Response
from antiphon.responses.streams import StreamingResponse

__all__ = [
    "EventSourceResponse",
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
