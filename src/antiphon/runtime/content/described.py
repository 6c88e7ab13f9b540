"""Types outside of pydantic's models that pydantic's annotations describe: serializers, aliases, what is excluded.

`Annotated[int, PlainSerializer(...)]`, `Annotated[str, Field(exclude=True)]` in a TypedDict or a dataclass, a
`field_serializer` or a `__pydantic_config__` there: pydantic writes such types as it is told, and msgspec knows nothing
of it. They are left to pydantic.

Part of the run time: pydantic is not imported here. Where there is such an annotation, pydantic is loaded already.
"""

from __future__ import annotations

import sys
import typing
from typing import Any, get_args, get_origin

import msgspec

from antiphon.runtime.content.type_parts import fields, is_model, is_named_tuple, is_typed_dict, unwrapped


class Described:
    """A type and pydantic's serializer of it, under the names that a model has for its own."""

    __slots__ = ("__pydantic_core_schema__", "__pydantic_serializer__", "type_")

    def __init__(self, type_: Any, adapter: Any) -> None:
        self.type_: Any = type_
        self.__pydantic_serializer__: Any = adapter.serializer
        self.__pydantic_core_schema__: Any = adapter.core_schema


def described(type_: Any) -> Described | None:
    """The type as pydantic describes it; None where pydantic cannot, for a part that it does not know."""
    try:
        return Described(type_, sys.modules["pydantic"].TypeAdapter(type_))
    except Exception:  # noqa: BLE001 - whatever the annotations of a user's class raise, pydantic does not describe it
        return None


def has_serializer(annotation: Any) -> bool:
    """Whether an annotation says how pydantic writes the values of its place."""
    if "pydantic" not in sys.modules:
        return False
    if not any(hasattr(one, "__get_pydantic_core_schema__") for one in _metadata(annotation)):
        return False
    found = described(annotation)
    return found is not None and _is_told(found.__pydantic_core_schema__)


def _is_told(schema: Any) -> bool:
    """Whether a schema, of a place and not of its parts, has a serializer of its own."""
    while isinstance(schema, dict):
        if "serialization" in schema:
            return True
        schema = schema.get("schema")
    return False


def is_described(class_: Any) -> bool:
    """Whether a class with fields says how pydantic writes it: by its settings, its methods or its fields."""
    if "pydantic" not in sys.modules or is_model(class_) or issubclass(class_, msgspec.Struct):
        return False
    if not (is_typed_dict(class_) or is_named_tuple(class_) or hasattr(class_, "__dataclass_fields__")):
        return False
    if getattr(class_, "__pydantic_config__", None) or any(map(_is_method, _attributes(class_))):
        return True
    defaults = [field.default for field in getattr(class_, "__dataclass_fields__", {}).values()]
    annotated = [one for annotation in (fields(class_, {}) or {}).values() for one in _metadata(annotation)]
    return any(map(_is_telling, [*defaults, *annotated]))


def _attributes(class_: type) -> list[Any]:
    return [value for base in class_.__mro__ for value in vars(base).values()]


def _is_method(value: Any) -> bool:
    """Whether an attribute is a method that pydantic's `field_serializer` or `computed_field` has marked."""
    return type(value).__name__ == "PydanticDescriptorProxy" and _is_pydantics(value)


def _is_telling(value: Any) -> bool:
    """Whether a `Field(...)` says under which name a member is written, or whether at all."""
    if type(value).__name__ != "FieldInfo" or not _is_pydantics(value):
        return False
    names = ("alias", "serialization_alias", "exclude", "exclude_if", "alias_priority")
    return any(getattr(value, name, None) not in (None, False) for name in names)


def _is_pydantics(value: Any) -> bool:
    return type(value).__module__.partition(".")[0] == "pydantic"


def _metadata(annotation: Any) -> list[Any]:
    """The metadata of an annotation, also that of Annotated inside aliases and other wrappers."""
    stages = unwrapped(annotation, {})
    return [one for stage in stages if get_origin(stage) is typing.Annotated for one in get_args(stage)[1:]]
