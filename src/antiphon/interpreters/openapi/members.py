"""The members of the JSON object that a value becomes: names as they are sent, and which are always there."""

from __future__ import annotations

import dataclasses
import sys
from typing import Any, Final, NamedTuple, NotRequired, Required, Union, get_args, get_origin

import msgspec
from typing_extensions import ReadOnly

from antiphon.runtime.content.problem import Problem
from antiphon.runtime.content.type_parts import fields, is_typed_dict, put_in, required_keys
from antiphon.runtime.param_types import alternatives

_QUALIFIERS = (Final, Required, NotRequired, ReadOnly)


class Member(NamedTuple):
    """One member: its name on the wire and its type. Of a tag, `type` is its one value."""

    name: str
    type: Any
    required: bool
    own_name: str
    """The name that the field has in its class; of a tag, that on the wire."""
    is_tag: bool = False
    has_default: bool = False


def members_of(type_: Any) -> list[Member]:
    """The members of a Struct, dataclass, attrs class, TypedDict or named tuple, in the order of sending."""
    origin = get_origin(type_)
    class_: Any = origin or type_
    given = dict(zip(getattr(origin, "__parameters__", ()), get_args(put_in(type_, {})), strict=False))
    declared = fields(class_, given) or {}
    if issubclass(class_, msgspec.Struct):
        return [*_tag(class_), *(_of_struct(class_, field, declared[field.name]) for field in _fields(class_))]
    optional = declared.keys() - required_keys(class_) if is_typed_dict(class_) else frozenset[str]()
    return [
        Member(name, _unqualified(annotation), name not in optional, name, has_default=_has_default(class_, name))
        for name, annotation in declared.items()
    ]


def _has_default(class_: Any, name: str) -> bool:
    """Whether a field of a dataclass or an attrs class has a default."""
    if (field := getattr(class_, "__dataclass_fields__", {}).get(name)) is not None:
        return field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
    attribute = next((one for one in getattr(class_, "__attrs_attrs__", ()) if one.name == name), None)
    return attribute is not None and attribute.default is not sys.modules["attr"].NOTHING


def _fields(class_: Any) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(class_)


def _unqualified(annotation: Any) -> Any:
    """The type without what says how a member is used."""
    while get_origin(annotation) in _QUALIFIERS:
        annotation = get_args(annotation)[0]
    return annotation


def _tag(class_: Any) -> list[Member]:
    settings = class_.__struct_config__
    if settings.tag_field is None:
        return []
    return [Member(settings.tag_field, settings.tag, required=True, own_name=settings.tag_field, is_tag=True)]


def _of_struct(class_: Any, field: msgspec.structs.FieldInfo, annotation: Any) -> Member:
    """A field of a Struct. One that may be unset, or is left out at its default, is not always there.

    The status of a problem is: it is filled in.
    """
    has_default = not field.required
    left_out = has_default and class_.__struct_config__.omit_defaults
    unset = msgspec.UnsetType in alternatives(annotation)
    if left_out and field.default is None:
        annotation = _without_none(annotation)
    always = not (left_out or unset) or (field.name == "status" and issubclass(class_, Problem))
    return Member(field.encode_name, annotation, always, field.name, has_default=has_default)


def _without_none(annotation: Any) -> Any:
    """A union without None: where None is the default, and defaults are left out, none is ever sent."""
    arguments = get_args(annotation)
    kept = tuple(one for one in arguments if one is not type(None))
    return Union[kept] if kept and len(kept) < len(arguments) and type(None) in arguments else annotation
