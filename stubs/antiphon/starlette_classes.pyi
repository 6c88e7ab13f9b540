# Written by `nox -s generate` from src; do not edit.
"""Starlette's classes where Starlette is installed, antiphon's own where it is not.

The one file of the core that imports a framework: FastAPI turns anything but a real subclass into `200 {}` in silence.
"""

__all__ = [
    "URL",
    "BackgroundTask",
    "ClientDisconnect",
    "ContentStream",
    "FileResponse",
    "HTMLResponse",
    "JSONResponse",
    "Message",
    "MutableHeaders",
    "PlainTextResponse",
    "Receive",
    "RedirectResponse",
    "Response",
    "Scope",
    "Send",
    "StreamingResponse",
]
