"""Which part of a type has no JSON form.

Types are walked, values never: what `antiphon.runtime.content.json` can encode, msgspec's own types and pydantic's
models among them, has a JSON form. A type that says too little (`Any`, `object`, an abstract class, a name that leads
nowhere) is left to the request.
"""

from __future__ import annotations

import abc
import collections
import collections.abc
import enum
import functools
import inspect
import re
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

import msgspec

from antiphon.rules.pydantic_json_form import model_faults
from antiphon.runtime.content.described import has_serializer
from antiphon.runtime.content.type_parts import (
    COLLECTIONS,
    Nowhere,
    bare,
    fields,
    given_to,
    is_collection,
    is_model,
    put_in,
)
from antiphon.runtime.content.unknown import DERIVED, PLAIN_FORMS

#: Types with a JSON form, besides scalars, collections and classes of fields.
_WRITTEN = (*DERIVED, *PLAIN_FORMS, memoryview, type(None), msgspec.Raw, msgspec.UnsetType)
#: Types that can be the name of a member, besides enumerations.
_KEYS = tuple(type_ for type_ in _WRITTEN if type_ not in (
    bytearray, memoryview, msgspec.Raw, msgspec.UnsetType, *(t for t in PLAIN_FORMS if PLAIN_FORMS[t] is not str),
))  # fmt: skip
#: Abstract classes of which no instance has one.
_NEVER_WRITTEN = (
    collections.abc.Callable, collections.abc.Awaitable, collections.abc.Coroutine, collections.abc.AsyncIterable,
    collections.abc.AsyncIterator, collections.abc.AsyncGenerator,
)  # fmt: skip
#: A generic type may hold itself with ever deeper arguments; nobody declares content of this many parts.
_MOST = 20_000
#: As many faults as anybody reads.
_ENOUGH = 20


class Fault(NamedTuple):
    """A part without a JSON form: how to get there from the type, and the name of the part's type."""

    path: str
    type_name: str


class _Part(NamedTuple):
    """A type that is still to be looked at."""

    type: Any
    path: str


def faults(type_: Any) -> tuple[Fault, ...]:
    """Every part of a type that has no JSON form; empty where all of it has one, or may have one.

    A class is looked into once, so a fault inside it is told with the shortest way to it.
    """
    return _kept_faults(type_) if _is_hashable(type_) else _faults(type_)


def _is_hashable(type_: Any) -> bool:
    """Whether a type can be kept: not one with an Annotated in it that holds a dict, say."""
    try:
        hash(type_)
    except TypeError:
        return False
    return True


def _faults(type_: Any) -> tuple[Fault, ...]:
    pending = collections.deque([_Part(type_, _name(type_))])
    looked_into: set[Any] = set()
    found: dict[Fault, None] = {}
    for _ in range(_MOST):
        if not pending or len(found) >= _ENOUGH:
            break
        for part in _look_at(pending.popleft(), looked_into):
            if isinstance(part, Fault):
                found[part] = None
            else:
                pending.append(part)
    return tuple(found)[:_ENOUGH]


_kept_faults = functools.lru_cache(maxsize=512)(_faults)


def _name(type_: Any) -> str:
    name = None if get_args(type_) else getattr(type_, "__qualname__", None)
    return name or re.sub(r"\b(?:\w+\.)+(?=\w)", "", str(type_))


def _look_at(part: _Part, looked_into: set[Any]) -> Iterator[Fault | _Part]:
    """The parts that a part is made of, or its fault."""
    type_, path = bare(part.type, {}), part.path
    if has_serializer(part.type):
        return
    origin, arguments = get_origin(type_), get_args(type_)
    if type_ in (Any, object) or isinstance(type_, str | typing.ForwardRef | TypeVar | Nowhere):
        return
    if origin in (typing.Union, types.UnionType):
        yield from (_Part(member, path) for member in arguments)
    elif origin is typing.Literal:
        yield from (_Part(type(value), path) for value in arguments)
    elif isinstance(origin, type) and is_collection(origin):
        yield from _items(origin, arguments, path)
    else:
        type_ = put_in(type_, {})
        class_ = origin if isinstance(origin, type) else type_
        known = type_ if _is_hashable(type_) else class_
        if not isinstance(class_, type) or known in looked_into:
            return
        given = given_to(origin, get_args(type_))
        parts = list(_inside(class_, path, given))
        if Fault(path, _name(class_)) not in parts:  # a type at fault is reported at each place
            looked_into.add(known)
        yield from parts


def _items(origin: type, arguments: tuple[Any, ...], path: str) -> Iterator[Fault | _Part]:
    if issubclass(origin, Mapping):
        for key in arguments[:1]:
            if (wrong := _bad_key(key)) is not None:
                yield Fault(f"the keys of {path}", _name(wrong))
        arguments = arguments[1:2]
    yield from (_Part(item, f"{path}[]") for item in arguments if item is not Ellipsis)


def _bad_key(key: Any) -> Any:
    """The type that cannot be a member's name; None where all can."""
    key = bare(key, {})
    if get_origin(key) in (typing.Union, types.UnionType):
        return next((wrong for part in get_args(key) if (wrong := _bad_key(part)) is not None), None)
    if get_origin(key) is typing.Literal:
        return next((type(value) for value in get_args(key) if _bad_key(type(value)) is not None), None)
    key = get_origin(key) or key
    if not isinstance(key, type) or key is object or _is_abstract(key):
        return None
    if issubclass(key, enum.Enum):
        return next((key for member in key if _bad_key(type(member.value)) is not None), None)
    return None if issubclass(key, _KEYS) else key


def _inside(class_: type, path: str, known: Mapping[Any, Any]) -> Iterator[Fault | _Part]:
    if is_model(class_):
        yield from _of_pydantic(class_, path)
    elif issubclass(class_, enum.Enum):
        yield from (_Part(type(member.value), f"{path}.{member.name}") for member in class_)
    elif (declared := fields(class_, known)) is not None:
        yield from (_Part(annotation, f"{path}.{name}") for name, annotation in declared.items())
    elif class_ in _NEVER_WRITTEN or not (issubclass(class_, (*COLLECTIONS, *_WRITTEN)) or _is_abstract(class_)):
        yield Fault(path, _name(class_))


def _of_pydantic(model: Any, path: str) -> Iterator[Fault]:
    return (Fault(f"{path}{where}", wrong) for where, wrong in model_faults(model))


def _is_abstract(type_: type) -> bool:
    """Whether only subclasses of a type have instances, which may have a JSON form."""
    return inspect.isabstract(type_) or abc.ABC in type_.__bases__ or getattr(type_, "_is_protocol", False)
