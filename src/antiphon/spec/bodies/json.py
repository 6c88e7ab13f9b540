"""JSON (RFC 8259), rendered by msgspec."""

from __future__ import annotations

from typing import Any, Literal

from antiphon.runtime.content.json import content_of
from antiphon.runtime.content.options import AS_DECLARED
from antiphon.runtime.content.problem_json import is_problem, problem_content_of
from antiphon.runtime.plan import BodyPlan, Recipe
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
        if self.content is not None:
            return BodyPlan(self.media_type, self.content.encode(), None, "JSONResponse")
        type_ = object if self.model is None else self.model.resolve()
        arguments: dict[str, Any] = {"type_": type_, "nan": self.nan, "validate": self.validation}
        options = self.options.resolved()
        if options != AS_DECLARED:
            arguments["options"] = options
        if is_problem(type_):
            arguments["status"] = status
            recipe = Recipe(problem_content_of.__module__, "problem_content_of", arguments)
            content = problem_content_of(**arguments)
        else:
            recipe = Recipe(content_of.__module__, "content_of", arguments)
            content = content_of(**arguments)
        return BodyPlan(self.media_type, None, content, "JSONResponse", recipe)
