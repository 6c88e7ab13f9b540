"""Which JSON content types pydantic cannot describe by itself, or describes otherwise than msgspec writes them."""

from __future__ import annotations

import sys
import types
import typing
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

import msgspec

from antiphon.runtime.content.type_parts import Nowhere, bare, fields, is_collection, is_model, put_in

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
        return
    class_ = origin if isinstance(origin, type) else type_
    if not isinstance(class_, type) or is_model(class_):
        return
    if is_own_class(class_) or _is_old_typed_dict(class_) or issubclass(class_, (*_OCTETS, *_OWN)):
        yield FOREIGN
        return
    given = dict(zip(getattr(origin, "__parameters__", ()), get_args(put_in(type_, {})), strict=False))
    yield from (fields(class_, given) or {}).values()
