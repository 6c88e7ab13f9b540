"""The concrete responses: drop-ins for `starlette.responses` and `fastapi.responses`."""

from typing import TYPE_CHECKING

from antiphon.responses.classes import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
)
from antiphon.responses.files import FileResponse
from antiphon.responses.other_json import ORJSONResponse, UJSONResponse
from antiphon.responses.response import Response
from antiphon.responses.streams import StreamingResponse

if TYPE_CHECKING:
    from antiphon.responses.event_source import EventSourceResponse

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

# Frameworks read the annotations of constructors, which at run time are Starlette's.
for _class in (Response, JSONResponse, RedirectResponse, StreamingResponse, FileResponse):
    _class.__init__.__annotations__["status_code"] = "int"

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """`EventSourceResponse`, with which FastAPI is imported where it is installed."""
        if name != "EventSourceResponse":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
        from antiphon.responses.event_source import EventSourceResponse

        globals()[name] = EventSourceResponse
        return EventSourceResponse

    def __dir__() -> list[str]:
        """Every name, whether or not it has been imported yet."""
        return sorted({*globals(), "EventSourceResponse"})
