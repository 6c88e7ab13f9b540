"""The values in an object that an encoder writes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec


def member_names(value: Any) -> Iterable[str]:
    """The attributes of a Struct, a dataclass or an object of an attrs class that are written; of others none."""
    type_: Any = type(value)
    if isinstance(value, msgspec.Struct):
        return value.__struct_fields__
    if hasattr(type_, "__dataclass_fields__"):
        return tuple(type_.__dataclass_fields__)
    declared = [attribute.name for attribute in getattr(type_, "__attrs_attrs__", ())]
    names = [*declared, *(getattr(value, "__dict__", ()) if declared else ())]
    return [name for name in names if not name.startswith("_")]


def members_of(value: Any) -> Iterable[Any]:
    """The keys, items or members of an object. Of a pydantic model, which writes itself, there are none."""
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, list | tuple | set | frozenset | deque):
        return value
    return [getattr(value, name, None) for name in member_names(value)]
