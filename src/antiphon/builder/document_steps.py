"""The steps that say something to readers of a response's documentation, and change nothing that is sent."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

import msgspec

from antiphon.builder.draft_state import DraftState
from antiphon.builder.refused import refused, validated
from antiphon.diagnostics.call_site import CallSite, caller
from antiphon.runtime.content.json import encode
from antiphon.runtime.param_types import without_wrappers
from antiphon.spec import AddedFieldSpec, DocumentSpec, ExampleSpec, FieldNoteSpec
from antiphon.spec.type_name import TypeName

if TYPE_CHECKING:
    from typing_extensions import TypeForm

_NONE: Mapping[str, Any] = MappingProxyType({})


class DocumentSteps:
    """Documentation of a draft, or of a fragment that many drafts add."""

    __slots__ = ()
    _state: DraftState

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
        call_site = caller()
        for what, given in (("fields", fields), ("examples", examples), ("links", links), ("extensions", extensions)):
            if not isinstance(given, Mapping):
                raise refused(f"{what} is {type(given).__qualname__}", "document", "give a dict", call_site)
        notes = [
            validated(FieldNoteSpec, "document", call_site, name=name, description=text)
            for name, text in fields.items()
        ]
        made = validated(
            DocumentSpec,
            "document",
            call_site,
            summary=summary,
            notes=tuple(notes),
            links=encode(dict(links)).decode(),
            extensions=encode(dict(extensions)).decode(),
        )
        listed = tuple(_example(name, content, call_site) for name, content in examples.items())
        return type(self)(documented(self._state, made, listed))  # type: ignore[call-arg]  # every class with these steps takes its state

    def added_field(
        self, name: str, type_: TypeForm[Any] = str, *, description: str = "", required: bool = False
    ) -> Self:
        """Document a field that a proxy or a middleware adds to the response: antiphon does not send it.

        `type_` is the type whose text the value is. `required` says that no response goes without it.
        """
        added = validated(
            AddedFieldSpec,
            "document",
            caller(),
            name=name,
            type=TypeName.of(without_wrappers(type_)),
            description=description,
            required=required,
        )
        return type(self)(documented(self._state, DocumentSpec(added=(added,)), ()))  # type: ignore[call-arg]  # likewise


def _example(name: str, content: object, call_site: CallSite) -> ExampleSpec:
    text = content if isinstance(content, str) else encode(content).decode()
    made: ExampleSpec = validated(ExampleSpec, "examples", call_site, name=name, content=text)
    return made


def documented(state: DraftState, more: DocumentSpec, examples: tuple[ExampleSpec, ...]) -> DraftState:
    """A state with this documentation after its own; what is said later wins where only one can be said."""
    own = state.spec.document
    return state.changed(
        document=DocumentSpec(
            summary=more.summary or own.summary,
            notes=(*own.notes, *more.notes),
            added=(*own.added, *more.added),
            links=_joined(own.links, more.links),
            extensions=_joined(own.extensions, more.extensions),
        ),
        examples=(*state.spec.examples, *examples),
    )


def _joined(one: str, other: str) -> str:
    """The text of one JSON object with the members of both."""
    members = [msgspec.json.decode(text, type=dict[str, msgspec.Raw]) for text in (one, other)]
    return msgspec.json.encode(members[0] | members[1]).decode()
