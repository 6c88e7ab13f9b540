# Written by `nox -s generate` from src; do not edit.
"""JSON (RFC 8259), rendered by msgspec."""

from typing import Literal

from antiphon.runtime.plan import BodyPlan
from antiphon.spec.json_options import JSONOptions
from antiphon.spec.model import Model
from antiphon.spec.type_name import TypeName

class JSONBody(Model, frozen=True):
    """The response carries JSON: content of a declared type, or one fixed text."""

    kind: Literal["json"] = "json"
    """The tag of this body kind."""
    model: TypeName | None = None
    """The content's type, by name; None where `content` is fixed."""
    content: str | None = None
    """The fixed content, as JSON text; None where each response supplies its own."""
    media_type: str = "application/json"
    """The media type, with parameters if it has any."""
    nan: Literal["error", "null"] = "error"
    """The policy for NaN and infinities, which JSON cannot say: an error, or null."""
    validation: Literal["never", "always", "debug"] = "never"
    """Whether content is checked against its type with each response; debug: where Python runs in development mode."""
    options: JSONOptions = JSONOptions()
    """Which members are sent, under which names and in which order."""

    def plan(self, status: int) -> BodyPlan:
        """Raises LookupError where the model's name leads nowhere."""
