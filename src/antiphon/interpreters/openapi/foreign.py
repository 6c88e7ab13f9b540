"""Which JSON content types pydantic cannot describe by itself, or describes otherwise than msgspec writes them."""

from __future__ import annotations

import enum
import functools
import sys
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, get_args, get_origin

import msgspec
import pydantic

from antiphon.runtime.content.type_parts import Nowhere, bare, field_names, fields, is_collection, is_model, put_in

_OCTETS = (bytes, bytearray, memoryview)  # msgspec writes base64 (RFC 4648 section 4), pydantic UTF-8
_OWN = (msgspec.Raw, msgspec.UnsetType)


def is_foreign(type_: Any) -> bool:
    """Whether anything in a type, outside of pydantic's models, is not described by pydantic as it is sent."""
    pending, seen = [type_], set[Any]()
    while pending:
        for part in _parts(pending.pop()):
            if part is FOREIGN:
                return True
            try:
                new = part not in seen
                seen.add(part)
            except TypeError:  # an Annotated whose metadata cannot be hashed
                new = True
            if new:
                pending.append(part)
    return False


def is_own_class(class_: type) -> bool:
    """Whether a class is one that only msgspec writes: a Struct, or an attrs class."""
    return issubclass(class_, msgspec.Struct) or hasattr(class_, "__attrs_attrs__")


def _is_old_typed_dict(class_: type) -> bool:
    """Whether pydantic refuses a TypedDict: below Python 3.12 it wants those of typing_extensions."""
    return sys.version_info < (3, 12) and typing.is_typeddict(class_)


#: The mark of a part that pydantic cannot describe.
FOREIGN: Any = object()


def _parts(type_: Any) -> Iterator[Any]:
    """The types that a type is made of, and `FOREIGN` where it is foreign itself."""
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is Annotated:
        yield from ([FOREIGN] if any(isinstance(one, msgspec.Meta) for one in arguments[1:]) else ())
        yield arguments[0]
        return
    bared = bare(type_, {})
    if bared is not type_:
        # Wrappers are taken off one at a time, since an alias may lead to an Annotated.
        value = getattr(type_, "__value__", None)
        yield bared if value is None or isinstance(value, str) else value
        return
    if isinstance(type_, Nowhere):
        found = type_.found()
        yield from ([FOREIGN] if isinstance(found, Nowhere) else [found])
        return
    if origin in (typing.Union, types.UnionType) or (isinstance(origin, type) and is_collection(origin)):
        yield from arguments
        if key_texts(type_) is not None:
            yield FOREIGN
        return
    class_: Any = origin if isinstance(origin, type) else type_
    if not isinstance(class_, type) or is_model(class_):
        return
    if is_own_class(class_) or _is_old_typed_dict(class_) or issubclass(class_, (*_OCTETS, *_OWN)):
        yield FOREIGN
        return
    given = dict(zip(getattr(origin, "__parameters__", ()), get_args(put_in(type_, {})), strict=False))
    if not has_schema(class_):
        yield FOREIGN
    yield from (fields(class_, given) or {}).values()


def has_schema(class_: Any) -> bool:
    """Whether a class has fields, or pydantic describes it. Where neither is so, an `encode` function writes it."""
    return field_names(class_) is not None or _is_known(class_)


@functools.lru_cache(maxsize=1024)
def _is_known(class_: Any) -> bool:
    try:
        pydantic.TypeAdapter(class_).json_schema(mode="serialization")
    except Exception:  # noqa: BLE001 - whatever a class's own hooks raise
        return False
    return True


def key_texts(type_: Any) -> tuple[str, ...] | None:
    """The keys of a mapping by an enumeration of other values than text, which pydantic describes as those values.

    In JSON every key is text (RFC 8259 section 4). None for any other type.
    """
    origin, arguments = get_origin(type_), get_args(type_)
    if not isinstance(origin, type) or not issubclass(origin, Mapping) or not arguments:
        return None
    key = bare(arguments[0], {})
    if not isinstance(key, type) or not issubclass(key, enum.Enum) or all(isinstance(one.value, str) for one in key):
        return None
    return tuple(str(one.value) for one in key)
