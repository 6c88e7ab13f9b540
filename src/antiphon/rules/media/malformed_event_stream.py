"""CT012."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.event_stream import FIELDS
from antiphon.http.expression import expression
from antiphon.http.parsing.pieces import shown
from antiphon.rules.content import essences, uncoded
from antiphon.rules.examples import BytesBody, EventsBody, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.resolved import NOWHERE, resolved
from antiphon.rules.rule import Finding, rule

#: HTML section 9.2.5: end-of-line = ( cr lf / cr / lf ). U+0085 and U+2028 end no line.
_LINE_END = expression(r"\r\n|\r|\n")
_DIGITS = expression(r"[0-9]+")
#: Names of events that EventSource itself dispatches.
_OWN_EVENTS = frozenset({"error", "open"})


@rule(
    code="CT012",
    level="error",
    citation="HTML sections 9.2.5 and 9.2.6",
    help="write `data: ` in front of every line of text, and end each event with an empty line",
    bad=ResponseSpec(status=200, body=BytesBody(media_type="text/event-stream", content=b"data: a\nb\n\n")),
    good=ResponseSpec(status=200, body=BytesBody(media_type="text/event-stream", content=b"data: a\ndata: b\n\n")),
)
def malformed_event_stream(response: ResponseParts) -> Iterator[Finding]:
    """Every line of an event stream is a field that clients know or a comment, and every event ends with an empty line.

    Chromium 156 ignores `retry: 1e3`, an id that holds NUL, and fields such as `DATA`, and loses the last event where
    no empty line follows. An event without data never fires.
    """
    if response.body.kind == "events":
        yield from _declared_faults(response.body)
        return
    if not any(type_ == "text/event-stream" for _, type_ in essences(response)):
        return
    sent = uncoded(response)
    if sent:
        yield from _faults(sent.decode(errors="replace").removeprefix("\ufeff"))


def _declared_faults(body: EventsBody) -> Iterator[Finding]:
    """The faults of the declared names, and of the block that ends a stream which breaks off."""
    from antiphon.runtime.events.declared import declared_events  # loads msgspec, which no observed response needs

    type_ = resolved(body.events)
    events = () if type_ is NOWHERE else declared_events(type_)
    names = [event.name for event in events if event.name is not None]
    for name in dict.fromkeys(names):
        if name in _OWN_EVENTS:
            yield _own_event("an event", name)._replace(path="body.events")
        if names.count(name) > 1:
            yield Finding("body.events", f"two classes of events are called {shown(name)}; give one the data of both")
    for finding in _faults(body.error or ""):
        yield finding._replace(path="body.error")


def _own_event(which: str, name: str) -> Finding:
    return Finding("body.content", f"{which} is named {name!r}, as EventSource names its own", "warning")


def _faults(stream: str) -> Iterator[Finding]:
    lines = _LINE_END.split(stream)
    for index, line in enumerate(lines):
        if line and not line.startswith(":") and (finding := _line_fault(*_field(line))):
            yield finding._replace(message=f"line {index + 1} {finding.message}")
    *events, rest = _events(lines)
    if any(rest):
        yield Finding("body.content", "the last event does not end with an empty line, so it is lost")
    for names in events:
        if "event" in names and "data" not in names:
            yield Finding("body.content", "an event has a name and no data, so it never fires", "warning")


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name, value.removeprefix(" ")


def _line_fault(name: str, value: str) -> Finding | None:
    if name not in FIELDS:
        return Finding("body.content", f"is the field {shown(name)}, which no client knows")
    if name == "retry" and not _DIGITS.fullmatch(value):
        return Finding("body.content", f"says retry {shown(value)}, which is not in digits alone")
    if name == "id" and "\0" in value:
        return Finding("body.content", "is an id that holds NUL, so it is ignored")
    if name == "event" and value in _OWN_EVENTS:
        return _own_event("is an event that", value)
    return None


def _events(lines: list[str]) -> list[list[str]]:
    """The names of the fields of each event, and of what follows the last empty line."""
    events: list[list[str]] = [[]]
    for line in lines[:-1]:  # behind the last line end there is no line
        if not line:
            events.append([])
        elif not line.startswith(":"):
            events[-1].append(_field(line)[0])
    if lines[-1] and not lines[-1].startswith(":"):
        events[-1].append(_field(lines[-1])[0])
    return events
