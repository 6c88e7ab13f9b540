"""JSON texts one after another: JSON Lines, NDJSON, and JSON text sequences (RFC 7464)."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from antiphon.runtime.content.options import AS_DECLARED
from antiphon.runtime.plan import BodyPlan, Recipe
from antiphon.spec.json_options import JSONOptions
from antiphon.spec.model import Model
from antiphon.spec.type_name import TypeName

#: The media type of each framing.
_MEDIA_TYPES = {"jsonl": "application/jsonl", "ndjson": "application/x-ndjson", "json-seq": "application/json-seq"}


class JSONLinesBody(Model, frozen=True):
    """The response carries items of a declared type, each as a JSON text, from an iterable given with each response."""

    kind: Literal["json_lines"] = "json_lines"
    """The tag of this body kind."""
    model: TypeName
    """The type of an item, by name."""
    framing: Literal["jsonl", "ndjson", "json-seq"] = "jsonl"
    """How the texts are told apart, and the media type: application/jsonl, application/x-ndjson, which both have a text
    a line, or application/json-seq, where RS (0x1E) comes before each."""
    nan: Literal["error", "null"] = "error"
    """The policy for NaN and infinities, which JSON cannot say: an error, or null."""
    validation: Literal["never", "always", "debug"] = "never"
    """Whether items are checked against their type; debug: where Python runs in development mode."""
    options: JSONOptions = JSONOptions()
    """Which members of an item are sent, under which names and in which order."""
    flush_octets: int = Field(default=16_384, ge=1)
    """The number of octets that items are put together to before they are sent."""
    flush_seconds: float = Field(default=0.1, ge=0, allow_inf_nan=False)
    """The number of seconds after which they are sent in any case."""
    on_error: TypeName | None = None
    """The function from an error to the last item, by name; None where the response is broken off."""
    error_model: TypeName | None = None
    """The type of that item, by name."""

    @property
    def media_type(self) -> str:
        """The media type of the framing."""
        return _MEDIA_TYPES[self.framing]

    def plan(self, status: int) -> BodyPlan:
        """Raises LookupError where a name leads nowhere."""
        # Here, since it loads asyncio, and specs are judged and shown without.
        from antiphon.runtime.transmit.lines import lines_content

        arguments: dict[str, Any] = {
            "type_": self.model.resolve(),
            "framing": self.framing,
            "nan": self.nan,
            "validate": self.validation,
            "flush_octets": self.flush_octets,
            "flush_seconds": self.flush_seconds,
        }
        options = self.options.resolved()
        if options != AS_DECLARED:
            arguments["options"] = options
        if self.on_error is not None:
            arguments["on_error"] = self.on_error.resolve()
            arguments["error_type"] = None if self.error_model is None else self.error_model.resolve()
        recipe = Recipe(lines_content.__module__, "lines_content", arguments)
        return BodyPlan(self.media_type, None, lines_content(**arguments), "StreamingResponse", recipe)
