# Written by `nox -s generate` from src; do not edit.
"""Facts about a response that are for its readers alone: nothing here is sent."""

from typing import Annotated

from pydantic import AfterValidator

from antiphon.spec.model import Model
from antiphon.spec.type_name import TypeName

def _field_name(name: str) -> str: ...
def _links(text: str) -> str: ...
def _extensions(text: str) -> str: ...

class AddedFieldSpec(Model, frozen=True):
    """A field that something behind the application adds: a proxy, or a middleware. antiphon never sends it."""

    name: Annotated[str, AfterValidator(_field_name)]
    """The field name."""
    type: TypeName = TypeName("str")
    """The type whose text the value is, by name."""
    description: str = ""
    """The meaning of the field."""
    required: bool = False
    """Whether every response has it."""

class FieldNoteSpec(Model, frozen=True):
    """The meaning of a field that the response declares."""

    name: Annotated[str, AfterValidator(_field_name)]
    """The field name, in any case."""
    description: str
    """The meaning of the field."""

class DocumentSpec(Model, frozen=True):
    """A response's documentation, besides its description and its examples."""

    summary: str = ""
    """A short summary. OpenAPI has a place for it from 3.2 on; before, it is the description where there is none."""
    notes: tuple[FieldNoteSpec, ...] = ()
    """The meanings of fields."""
    added: tuple[AddedFieldSpec, ...] = ()
    """Fields that are added later."""
    links: Annotated[str, AfterValidator(_links)] = "{}"
    """Link Objects by name, as the text of a JSON object."""
    extensions: Annotated[str, AfterValidator(_extensions)] = "{}"
    """Members of the Response Object whose names begin with `x-`, as the text of a JSON object."""
