"""Events made up for a response that sends a stream of them: one of each kind."""

from __future__ import annotations

from typing import Any

from antiphon.cli.showing.sample import sample
from antiphon.runtime.events.declared import declared_events
from antiphon.spec.bodies import EventsBody


def sample_events(body: EventsBody) -> list[Any]:
    """An item of each declared kind. Raises NoSample where no data can be made up for one."""
    found = []
    for declared in declared_events(body.events.resolve()):
        data = sample(declared.data)
        found.append(data if declared.event is None else declared.event(data))
    return found
