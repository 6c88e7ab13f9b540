"""The values in an object that an encoder writes."""

from __future__ import annotations

import functools
import operator
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Mapping
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
    class_: Any = type(value)
    read = _reader(class_)
    if read is not None:
        try:
            found: Iterable[Any] = read(value)
        except AttributeError:  # a member that was deleted
            pass
        else:
            return found
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, list | tuple | set | frozenset | deque):
        return value
    return [getattr(value, name, None) for name in member_names(value)]


@functools.lru_cache(maxsize=1024)
def _reader(class_: Hashable) -> Callable[[Any], Any] | None:
    """A function that reads all members of a Struct at once, in a tenth of the time; None for other classes."""
    if not isinstance(class_, type) or not issubclass(class_, msgspec.Struct) or issubclass(class_, Mapping):
        return None
    names = class_.__struct_fields__
    return operator.attrgetter(*names) if len(names) > 1 else None  # of one name it gives the member itself
