"""Server-sent events (HTML section 9.2)."""

from __future__ import annotations

from typing import Any, Literal

from antiphon.runtime.content.options import AS_DECLARED
from antiphon.runtime.plan import BodyPlan, Recipe
from antiphon.spec.header import HeaderSpec
from antiphon.spec.json_options import JSONOptions
from antiphon.spec.model import Model
from antiphon.spec.type_name import TypeName


class EventsBody(Model, frozen=True):
    """The response is a stream of events, each sent as soon as it is there."""

    kind: Literal["events"] = "events"
    """The tag of this body kind."""
    events: TypeName
    """The type of the items, by name: a class of events, the type of bare data, or a union of such."""
    media_type: str = "text/event-stream"
    """The media type. EventSource reads no other, and always in UTF-8."""
    fields: tuple[HeaderSpec, ...] = (
        HeaderSpec(name="Cache-Control", value="no-store"),
        HeaderSpec(name="X-Accel-Buffering", value="no"),
    )
    """Field lines that are sent unless the response declares a line of the same name: no cache keeps the stream, and
    nginx hands on each event at once."""
    ping: float | None = 15.0
    """The seconds without an event after which a comment is sent, for proxies that end idle connections; or None."""
    retry: int | None = None
    """The milliseconds that clients wait before they connect again, said before the first event; None leaves it to
    them."""
    error: str | None = None
    """The event that ends a stream which breaks off, as it is sent; None where the connection is broken off, too."""
    nan: Literal["error", "null"] = "error"
    """The policy for NaN and infinities in data, which JSON cannot say: an error, or null."""
    validation: Literal["never", "always", "debug"] = "never"
    """Whether data is checked against its type with each event; debug: where Python runs in development mode."""
    options: JSONOptions = JSONOptions()
    """Which members of data are sent, under which names and in which order."""

    def plan(self, status: int) -> BodyPlan:
        """Raises LookupError where the name of the type leads nowhere."""
        # Here, since it loads asyncio, and specs are judged and shown without.
        from antiphon.runtime.transmit.events import events_content

        arguments: dict[str, Any] = {
            "type_": self.events.resolve(),
            "nan": self.nan,
            "validate": self.validation,
            "ping": self.ping,
            "retry": self.retry,
            "error": None if self.error is None else self.error.encode(),
        }
        options = self.options.resolved()
        if options != AS_DECLARED:
            arguments["options"] = options
        content = events_content(**arguments)
        recipe = Recipe(events_content.__module__, "events_content", arguments)
        fields = tuple((field.name, field.value or "") for field in self.fields)
        return BodyPlan(self.media_type, None, content, "StreamingResponse", recipe, fields=fields)
