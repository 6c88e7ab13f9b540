# Written by `nox -s generate` from src; do not edit.
"""FastAPI's class of event streams, where FastAPI is installed: its router knows a stream of events by it.

Imported where `antiphon.responses.EventSourceResponse` is first asked for, and with it all of FastAPI.
"""

class NoFastAPI:
    """The base in its place."""

class EventSourceBase:
    """The class that FastAPI asks for."""

    media_type: str | None
