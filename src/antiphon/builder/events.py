"""The body spec of a stream of events."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final, Literal

from antiphon.builder.body import json_options
from antiphon.builder.refused import refused, validated
from antiphon.diagnostics.call_site import CallSite
from antiphon.errors import ParamError
from antiphon.runtime.events.declared import declared_events
from antiphon.runtime.events.event import Event
from antiphon.runtime.events.framing import retry_line
from antiphon.runtime.events.items import item_encoder
from antiphon.spec.bodies.events import EventsBody
from antiphon.spec.json_options import JSONOptions
from antiphon.spec.type_name import TypeName

#: The time without an item after which a comment is sent: proxies end idle connections after 30 seconds or more.
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
    if isinstance(events, dict):
        what = "events are declared by a dict, whose values no type checker relates to what is yielded"
        advice = 'declare a class for each name, class Tick(Event[Price], name="tick"), and give their union'
        raise refused(what, "body.events", advice, call_site)
    chosen = json_options(call_site, **options)
    made: EventsBody = validated(
        EventsBody,
        "body",
        call_site,
        events=TypeName.of(events),
        ping=_seconds(ping, call_site),
        retry=_milliseconds(retry, call_site),
        error=_last_block(events, error, nan, chosen, call_site),
        nan=nan,
        validation=validate,
        options=chosen,
    )
    return made


def _seconds(ping: timedelta | Literal[False], call_site: CallSite) -> float | None:
    if ping is False:
        return None
    if not isinstance(ping, timedelta) or ping <= timedelta(0):
        what = f"ping is {ping!r}, where a time is needed"
        raise refused(what, "body.ping", "give a timedelta above zero, or False for no pings", call_site)
    return ping.total_seconds()


def _milliseconds(retry: int | timedelta | None, call_site: CallSite) -> int | None:
    if retry is None:
        return None
    try:
        return int(retry_line(retry).removeprefix(b"retry: "))
    except ParamError as error:
        raise refused(f"retry {error.what}", "body.retry", error.help, call_site, cite=error.cite) from None


def _last_block(
    events: Any, error: Event[Any] | None, nan: str, options: JSONOptions, call_site: CallSite
) -> str | None:
    """The event that ends a stream which breaks off, as it is sent."""
    if error is None:
        return None
    if not isinstance(error, Event):
        what = f"error is {getattr(error, '__qualname__', type(error).__qualname__)}, where an event is needed"
        raise refused(what, "body.error", "give an instance of a declared event: error=Failed(...)", call_site)
    try:
        encode = item_encoder(
            declared_events(events), nan="null" if nan == "null" else "error", options=options.resolved()
        )
        return encode(error).decode()
    except ParamError as refusal:
        raise refused(f"error {refusal.what}", "body.error", refusal.help, call_site) from None
