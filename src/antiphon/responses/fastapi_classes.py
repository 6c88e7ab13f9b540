"""FastAPI's class of event streams, where FastAPI is installed: its router knows a stream of events by it.

Imported where `antiphon.responses.EventSourceResponse` is first asked for, and with it all of FastAPI.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any


class NoFastAPI:
    """The base in its place."""


def _base() -> Any:
    if find_spec("fastapi") is None:
        return NoFastAPI
    try:
        return import_module("fastapi.sse").EventSourceResponse
    except ModuleNotFoundError:  # before 0.135
        return NoFastAPI


if TYPE_CHECKING:

    class EventSourceBase:
        """The class that FastAPI asks for."""

        media_type: str | None

else:
    EventSourceBase = _base()
