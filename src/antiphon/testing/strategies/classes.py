"""Strategies of objects with declared fields: Structs, dataclasses, attrs classes, TypedDicts, named tuples, models."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, get_args

import msgspec
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from antiphon.runtime.content.problem import Problem
from antiphon.runtime.content.type_parts import (
    fields,
    is_named_tuple,
    is_typed_dict,
    required_keys,
)
from antiphon.testing.strategies.accepted import accepted
from antiphon.testing.strategies.constraints import Constraints
from antiphon.testing.strategies.no_strategy import Endless, no_strategy
from antiphon.testing.strategies.place import Place

_REFERENCES = st.sampled_from(["about:blank", "/problems/out-of-stock", "https://shop.example/problems/1"])
_OF_A_PROBLEM: Mapping[str, SearchStrategy[Any]] = {
    "type": st.none() | _REFERENCES,
    "instance": st.none() | _REFERENCES,
}


class _Member(NamedTuple):
    """A field: the keyword that its constructor takes, its type, whether it must be given, and what constrains it."""

    keyword: str
    annotation: Any
    required: bool
    limits: Constraints = Constraints()


def instances(type_: Any, class_: Any, place: Place) -> SearchStrategy[Any]:
    """Instances made by their constructor; what it refuses is drawn again. Raises NoStrategy as `of_type` does."""
    known = dict(zip(getattr(class_, "__parameters__", ()), get_args(type_), strict=False))
    inside = place.inside(type_, known)
    values: dict[bool, dict[str, SearchStrategy[Any]]] = {True: {}, False: {}}
    for member in _members(class_, known):
        try:
            values[member.required][member.keyword] = _of_member(class_, member, inside)
        except Endless:
            if member.required:
                raise
    make: Callable[..., Any] = dict if is_typed_dict(class_) else class_
    given = st.fixed_dictionaries(values[True], optional=values[False])
    return accepted(
        given,
        lambda chosen: make(**chosen),
        Exception,  # a constructor of the user's may refuse in any way
        lambda why: no_strategy(class_, f"it refuses what is drawn for its fields, {why}"),
    )


def _of_member(class_: Any, member: _Member, inside: Place) -> SearchStrategy[Any]:
    of_a_problem = issubclass(class_, Problem) and member.annotation == str | None
    if of_a_problem and member.keyword in _OF_A_PROBLEM:
        return _OF_A_PROBLEM[member.keyword]
    return inside.of(member.annotation, member.limits)


def _members(class_: Any, known: Mapping[Any, Any]) -> Iterator[_Member]:
    of_pydantic = getattr(class_, "__pydantic_fields__", None)
    if of_pydantic is not None:
        yield from _of_model(class_, of_pydantic)
        return
    annotations = fields(class_, known) or {}
    for name, keyword, required in _FORMS[_form(class_)](class_):
        # The status of a problem is that of its response.
        if not (name == "status" and issubclass(class_, Problem)):
            yield _Member(keyword, annotations[name], required)


def _of_model(class_: Any, of_pydantic: Mapping[str, Any]) -> Iterator[_Member]:
    config = getattr(class_, "model_config", None) or getattr(class_, "__pydantic_config__", {})
    by_name = config.get("populate_by_name") or config.get("validate_by_name")
    for name, field in of_pydantic.items():
        if field.init is False:
            continue
        alias = name if by_name or field.validation_alias is None else field.validation_alias
        alias = next((one for one in getattr(alias, "choices", ()) if isinstance(one, str)), alias)
        keyword = alias if isinstance(alias, str) else name
        yield _Member(keyword, field.annotation, field.is_required(), Constraints().and_of(field.metadata))


def _form(class_: Any) -> str:
    if is_typed_dict(class_):
        return "typed dict"
    if is_named_tuple(class_):
        return "named tuple"
    if issubclass(class_, msgspec.Struct):
        return "struct"
    return "attrs" if hasattr(class_, "__attrs_attrs__") else "dataclass"


def _missing(*values: Any) -> bool:
    return all(value is dataclasses.MISSING for value in values)


#: By form: the name of each field, its keyword, and whether it must be given.
_FORMS: Mapping[str, Callable[[Any], Iterator[tuple[str, str, bool]]]] = {
    "typed dict": lambda class_: ((name, name, name in required_keys(class_)) for name in fields(class_, {}) or {}),
    "named tuple": lambda class_: ((name, name, name not in class_._field_defaults) for name in class_._fields),
    "struct": lambda class_: ((one.name, one.name, one.required) for one in msgspec.structs.fields(class_)),
    "attrs": lambda class_: (
        (one.name, one.alias, "NOTHING" in repr(one.default)) for one in class_.__attrs_attrs__ if one.init
    ),
    "dataclass": lambda class_: (
        (one.name, one.name, _missing(one.default, one.default_factory))
        for one in dataclasses.fields(class_)
        if one.init
    ),
}
