"""Facts about a response that are for its readers alone: nothing here is sent."""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import AfterValidator

from antiphon.http.grammar import TOKEN
from antiphon.spec.model import Model
from antiphon.spec.type_name import TypeName


def _field_name(name: str) -> str:
    if not TOKEN.fullmatch(name):
        raise ValueError("a field name is a token (RFC 9110 section 5.1)")
    return name


def _links(text: str) -> str:
    given = _json_object(text)
    if not all(isinstance(link, dict) for link in given.values()):
        raise ValueError("each link is an object (OpenAPI 3.1 section 4.8.20)")
    return text


def _extensions(text: str) -> str:
    if not all(name.startswith("x-") for name in _json_object(text)):
        raise ValueError("the name of an extension begins with x- (OpenAPI 3.1 section 4.9)")
    return text


def _json_object(text: str) -> dict[str, Any]:
    try:
        given: object = json.loads(text)
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise ValueError("the text of a JSON object is needed")  # noqa: TRY004 - what pydantic reports
    return given


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
