"""Where NaN and the infinities can hide in content of a declared type.

msgspec writes them as `null` without a word. So where a type can hold a float, and `null` was written, the floats of
the content are looked at: only those, along paths that are worked out when the response is compiled.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

import msgspec

Finder = Callable[[Any], bool]


def holds_nan(content: object) -> bool:
    """Whether a NaN or an infinity stands anywhere in a value of whatever type."""
    if isinstance(content, float):
        return not math.isfinite(content)
    if content is None or isinstance(content, str | bytes | int):
        return False
    if isinstance(content, Mapping):
        return any(map(holds_nan, content.values()))
    if isinstance(content, list | tuple | set | frozenset):
        return any(map(holds_nan, content))
    names = _field_names(type(content))
    return any(holds_nan(getattr(content, name, None)) for name in names)


def _field_names(type_: type) -> tuple[str, ...]:
    if issubclass(type_, msgspec.Struct):
        return type_.__struct_fields__
    declared = getattr(type_, "__dataclass_fields__", None) or getattr(type_, "__pydantic_fields__", None)
    return tuple(declared or (attribute.name for attribute in getattr(type_, "__attrs_attrs__", ())))


def nan_finder(type_: Any) -> Finder | None:
    """A function that looks at the floats of a value of that type; None where the type can hold none."""
    find = _finder_of(type_, {})
    if find is None or find is holds_nan:
        return find

    def found(value: Any) -> bool:
        try:
            return find(value)
        except (AttributeError, TypeError):  # what the value holds is not as declared
            return holds_nan(value)

    return found


def direct_floats(type_: Any) -> tuple[tuple[str, bool], ...] | None:
    """The attributes of a class that are floats, each with whether it may be None; None where floats hide deeper.

    Generated code can look at these by itself, which is four times quicker than searching the encoded octets.
    """
    from msgspec import inspect

    fields = getattr(type_, "__pydantic_fields__", None)
    try:
        if fields is None:
            described = [(field.name, field.type) for field in inspect.type_info(type_).fields]  # type: ignore[attr-defined]  # an AttributeError is meant
        else:
            described = [(name, inspect.type_info(field.annotation)) for name, field in fields.items()]
    except (TypeError, NameError, RuntimeError, AttributeError):
        return None
    found = []
    for name, info in described:
        members = [type(member).__name__ for member in getattr(info, "types", (info,))]
        if "FloatType" in members and set(members) <= {"FloatType", "IntType", "NoneType"} and name.isidentifier():
            found.append((name, "NoneType" in members))
        elif _finder(info, {}):
            return None
    return tuple(found)


#: A float64 in MessagePack (0xcb) whose exponent is all ones: NaN or an infinity, or by chance other octets.
_NOT_FINITE = re.compile(rb"\xcb[\x7f\xff][\xf0-\xff]", re.DOTALL)
_pack = msgspec.msgpack.Encoder().encode


def may_hold_nan(content: object) -> bool:
    """Whether it is worth looking for NaN at all: a quick test by MessagePack, which keeps floats apart from null."""
    try:
        return _NOT_FINITE.search(_pack(content)) is not None
    except Exception:  # noqa: BLE001 - what MessagePack cannot say is looked at the slow way
        return True


def _finder_of(type_: Any, met: dict[type, Finder | None]) -> Finder | None:
    from msgspec import inspect

    try:
        info = inspect.type_info(type_)
    except (TypeError, NameError, RuntimeError):
        return holds_nan  # a type that msgspec cannot describe, such as one with an unresolved name
    return _finder(info, met)


def _finder(info: Any, met: dict[type, Finder | None]) -> Finder | None:
    made = _FINDERS.get(type(info).__name__)
    return made(info, met) if made else None


def _fields(info: Any, met: dict[type, Finder | None]) -> Finder | None:
    """The floats of a class with fields. A class that holds itself is looked through by value."""
    if info.cls in met:
        return met[info.cls] or holds_nan
    met[info.cls] = None
    finders = [(attrgetter(field.name), _finder(field.type, met)) for field in info.fields]
    wanted = [(get, find) for get, find in finders if find]
    found: Finder | None = (lambda value: any(find(get(value)) for get, find in wanted)) if wanted else None
    met[info.cls] = found
    return found


def _custom(info: Any, met: dict[type, Finder | None]) -> Finder | None:
    """A pydantic model is looked into by its fields; of any other class nothing is known."""
    cls = info.cls
    fields = getattr(cls, "__pydantic_fields__", None)
    if fields is None:
        return holds_nan
    if cls in met:
        return met[cls] or holds_nan
    met[cls] = None
    finders = [(attrgetter(name), _finder_of(field.annotation, met)) for name, field in fields.items()]
    wanted = [(get, find) for get, find in finders if find]
    met[cls] = found = (lambda value: any(find(get(value)) for get, find in wanted)) if wanted else None
    return found


def _float(info: Any, met: dict[type, Finder | None]) -> Finder | None:
    return lambda value: value - value != 0  # NaN less NaN, and an infinity less itself, are NaN


def _anything(info: Any, met: dict[type, Finder | None]) -> Finder | None:
    return holds_nan


def _items(info: Any, met: dict[type, Finder | None]) -> Finder | None:
    find = _finder(info.item_type, met)
    return (lambda values: any(map(find, values))) if find else None


def _values(info: Any, met: dict[type, Finder | None]) -> Finder | None:
    find = _finder(info.value_type, met)
    return (lambda mapping: any(map(find, mapping.values()))) if find else None


def _tuple(info: Any, met: dict[type, Finder | None]) -> Finder | None:
    return holds_nan if any(_finder(item, met) for item in info.item_types) else None


def _keys(info: Any, met: dict[type, Finder | None]) -> Finder | None:
    return holds_nan if any(_finder(field.type, met) for field in info.fields) else None


def _union(info: Any, met: dict[type, Finder | None]) -> Finder | None:
    return holds_nan if any(_finder(member, met) for member in info.types) else None


_FINDERS: dict[str, Callable[[Any, dict[type, Finder | None]], Finder | None]] = {
    "FloatType": _float,
    "AnyType": _anything,
    "CustomType": _custom,
    "StructType": _fields,
    "DataclassType": _fields,
    "NamedTupleType": _keys,
    "TypedDictType": _keys,
    "ListType": _items,
    "SetType": _items,
    "FrozenSetType": _items,
    "CollectionType": _items,
    "VarTupleType": _items,
    "TupleType": _tuple,
    "DictType": _values,
    "UnionType": _union,
}
