# Written by `nox -s generate` from src; do not edit.
"""The steps that say something to readers of a response's documentation, and change nothing that is sent."""

from collections.abc import Mapping
from typing import Any, Self

from typing_extensions import TypeForm

from antiphon.builder.draft_state import DraftState
from antiphon.spec import DocumentSpec, ExampleSpec

_NONE: Mapping[str, Any]

class DocumentSteps:
    """Documentation of a draft, or of a fragment that many drafts add."""

    __slots__ = ()

    def document(
        self,
        *,
        summary: str = "",
        fields: Mapping[str, str] = _NONE,
        examples: Mapping[str, object] = _NONE,
        links: Mapping[str, Mapping[str, object]] = _NONE,
        extensions: Mapping[str, object] = _NONE,
    ) -> Self:
        """Documentation for OpenAPI: nothing of it is sent.

        `fields` are meanings of declared fields, by name. `examples` are contents by name: text as it is, anything else
        as JSON. `links` are OpenAPI's Link Objects by name. `extensions` are members of the Response Object whose names
        begin with `x-`. Raises ParamError for a value that has no JSON form.
        """

    def added_field(
        self, name: str, type_: TypeForm[Any] = str, *, description: str = "", required: bool = False
    ) -> Self:
        """Document a field that a proxy or a middleware adds to the response: antiphon does not send it.

        `type_` is the type whose text the value is. `required` says that no response goes without it.
        """

def documented(state: DraftState, more: DocumentSpec, examples: tuple[ExampleSpec, ...]) -> DraftState:
    """A state with this documentation after its own; what is said later wins where only one can be said."""
