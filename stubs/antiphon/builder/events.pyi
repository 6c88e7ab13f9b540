# Written by `nox -s generate` from src; do not edit.
"""The body spec of a stream of events."""

from datetime import timedelta
from typing import Any, Final, Literal

from antiphon.diagnostics.call_site import CallSite
from antiphon.runtime.events.event import Event
from antiphon.spec.bodies.events import EventsBody

PING: Final = timedelta(seconds=15)

def events_body(
    events: Any,
    call_site: CallSite,
    *,
    ping: timedelta | Literal[False] = PING,
    retry: int | timedelta | None = None,
    error: Event[Any] | None = None,
    nan: str = "error",
    validate: str = "never",
    **options: Any,
) -> EventsBody:
    """Events of these types. Raises SpecError at the user's line for a wrong argument.

    `options` are those of `JSONOptions`; what is None is as its default.
    """
