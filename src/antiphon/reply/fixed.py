"""Fix a field of a reply's base in a class, so that it is not a param there."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from antiphon.builder.class_body import annotations_of
from antiphon.builder.draft_state import DraftState
from antiphon.builder.param_declaration import ParamDeclaration, field_of
from antiphon.builder.refused import refused, validated
from antiphon.builder.steps import Fragment
from antiphon.diagnostics.call_site import CallSite, caller
from antiphon.headers.registry import field_class
from antiphon.spec import HeaderSpec, ResponseSpec

_KEY = "antiphon_fixed"


class Fixed(NamedTuple):
    """The arguments of a call of `fixed`, and its call site."""

    values: tuple[object, ...]
    call_site: CallSite


def fixed(*values: object, init: Literal[False] = False) -> Any:
    """Fix a field for all responses of a class.

    `location: Location = fixed("/orders/{order_id}")` goes into the class body. It takes what the field's step in the
    builder takes, templates included; several values are a line each. The constructor has no parameter for the field,
    and the attribute is read from what is sent. `init` is for type checkers (PEP 681), which learn it from there.
    """
    return dataclasses.field(init=init, metadata={_KEY: Fixed(values, caller())})


def fixed_lines(
    cls: type, names: Mapping[str, Any], call_site: CallSite, inherited: Mapping[str, ParamDeclaration]
) -> dict[str, tuple[tuple[HeaderSpec, CallSite], ...]]:
    """The lines that a class body fixes, by attribute. Raises SpecError for a value that its field does not take."""
    found = {}
    for attribute, value in list(cls.__dict__.items()):  # asking for annotations adds to it (PEP 649)
        given = value.metadata.get(_KEY) if isinstance(value, dataclasses.Field) else None
        if given is None:
            continue
        if not given.values:
            raise refused(f"{attribute!r} is fixed to nothing", "headers", "give its value", given.call_site)
        annotation = annotations_of(cls, names, call_site).get(attribute, object)
        known = inherited.get(attribute)
        name = known.spec.slot if known else field_of(annotation) or attribute.replace("_", "-").title()
        found[attribute] = tuple((line, given.call_site) for line in _lines(name, given))
    return found


def _lines(name: str, given: Fixed) -> tuple[HeaderSpec, ...]:
    field = field_class(name)
    if field is None:
        return tuple(
            validated(HeaderSpec, "headers", given.call_site, name=name, value=value) for value in given.values
        )
    draft = Fragment(DraftState(ResponseSpec(status=200)))
    for value in given.values:
        draft = draft._converted(field, given.call_site, value)
    return draft._state.spec.headers


def is_fixed(cls: type, name: str) -> bool:
    """Whether a class, or a base of it, fixes the field of that attribute."""
    return isinstance(inspect.getattr_static(cls, name, None), Sent)


class Sent:
    """An attribute that reads its field from what the response sends: the typed value, or a tuple of several."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, reply: Any, owner: type) -> Any:
        if reply is None:
            return self
        field, name = field_class(self._name), self._name.lower().encode()
        texts = [value.decode("latin-1") for key, value in reply.raw_headers if key == name]
        values = tuple(text if field is None else field.decode(text) for text in texts)
        return values[0] if len(values) == 1 else values
