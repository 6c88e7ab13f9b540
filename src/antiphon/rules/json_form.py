"""Which part of a type has no JSON form.

Types are walked, values never: what `antiphon.runtime.content.json` can encode, msgspec's own types and pydantic's
models among them, has a JSON form. A type that says too little (`Any`, `object`, an abstract class, a name that leads
nowhere) is left to the request.
"""

from __future__ import annotations

import abc
import collections
import collections.abc
import contextlib
import dataclasses
import datetime as dt
import decimal
import enum
import functools
import inspect
import re
import types
import typing
import uuid
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

import msgspec
import typing_extensions

from antiphon.rules.pydantic_json_form import model_faults

#: What msgspec writes by exact type; a subclass has no JSON form.
_EXACT = frozenset((
    bytes, bytearray, memoryview, type(None), decimal.Decimal, uuid.UUID,
    dt.datetime, dt.date, dt.time, dt.timedelta, msgspec.Raw, msgspec.UnsetType,
))  # fmt: skip
#: What is written together with its subclasses.
_SCALARS = (str, int, float)
_COLLECTIONS = (list, tuple, set, frozenset, dict)
#: What is written as the name of a member, beside scalars and enumerations.
_KEYS = frozenset((
    bytes, type(None), decimal.Decimal, uuid.UUID, dt.datetime, dt.date, dt.time, dt.timedelta,
))  # fmt: skip
#: A generic type may hold itself with ever deeper arguments; nobody declares content of this many parts.
_MOST = 20_000
#: As many faults as anybody reads.
_ENOUGH = 20


class Fault(NamedTuple):
    """A part without a JSON form: how to get there from the type, and the name of what stands there."""

    path: str
    type_name: str


class _Part(NamedTuple):
    """A type that is still to be looked at. `known` gives the arguments of the type variables in it."""

    type: Any
    path: str
    known: Mapping[Any, Any]


@functools.lru_cache(maxsize=512)
def faults(type_: Any) -> tuple[Fault, ...]:
    """Every part of a type that has no JSON form; empty where all of it has one, or may have one.

    A class is looked into once, so a fault inside it is told with the shortest way to it.
    """
    if hasattr(type_, "__pydantic_serializer__"):  # a pydantic dataclass among them, which msgspec writes where nested
        return tuple(_of_pydantic(type_, _name(type_)))
    pending = collections.deque([_Part(type_, _name(type_), {})])
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


def _name(type_: Any) -> str:
    name = None if get_args(type_) else getattr(type_, "__qualname__", None)
    return name or re.sub(r"\b(?:\w+\.)+(?=\w)", "", str(type_))


_Known = Mapping[Any, Any]


def _look_at(part: _Part, looked_into: set[Any]) -> Iterator[Fault | _Part]:
    """What a part is made of, or what is wrong with it."""
    type_, path, known = _bare(part.type, part.known), part.path, part.known
    origin, arguments = get_origin(type_), get_args(type_)
    if type_ in (Any, object) or isinstance(type_, str | typing.ForwardRef | TypeVar):
        return
    if origin in (typing.Union, types.UnionType):
        yield from (_Part(member, path, known) for member in arguments)
    elif origin is typing.Literal:
        yield from (_Part(type(value), path, known) for value in arguments)
    elif isinstance(origin, type) and _is_collection(origin):
        yield from _items(origin, arguments, path, known)
    else:
        type_ = _filled_in(type_, known)
        class_ = origin if isinstance(origin, type) else type_
        if not isinstance(class_, type) or class_ in _EXACT or type_ in looked_into:
            return
        given = dict(zip(getattr(origin, "__parameters__", ()), get_args(type_), strict=False))
        parts = list(_inside(class_, path, given))
        if Fault(path, _name(class_)) not in parts:  # what is itself at fault is told wherever it stands
            looked_into.add(type_)
        yield from parts


def _filled_in(type_: Any, known: _Known) -> Any:
    """A generic type with the arguments of its type variables in place."""
    names = getattr(type_, "__parameters__", ())
    try:
        return type_[tuple(known.get(name, Any) for name in names)] if names else type_
    except TypeError:
        return type_


def _bare(type_: Any, known: _Known) -> Any:
    """The type itself, without what is written around it."""
    for _ in range(_MOST):
        origin = get_origin(type_)
        if type_ is None:
            return type(None)
        if isinstance(type_, TypeVar):
            type_ = known.get(type_, type_.__bound__ or Any)
        elif isinstance(type_, typing_extensions.TypeAliasType):
            type_ = type_.__value__
        elif isinstance(origin, typing_extensions.TypeAliasType):
            type_ = origin.__value__[get_args(type_)] if getattr(origin, "__type_params__", ()) else origin.__value__
        elif isinstance(type_, typing.NewType):
            type_ = type_.__supertype__
        elif isinstance(type_, dataclasses.InitVar):
            type_ = type_.type
        elif origin in _WRAPPERS:
            type_ = get_args(type_)[0]
        else:
            break
    return type_


_WRAPPERS = (
    typing.Annotated, typing.Final, typing.Required, typing.NotRequired,
    typing_extensions.ReadOnly, typing_extensions.Required, typing_extensions.NotRequired,
)  # fmt: skip


def _is_collection(origin: type) -> bool:
    """Whether instances are written as an array or object of their items, or the type stands for one that is."""
    return issubclass(origin, _COLLECTIONS) or origin in (
        collections.abc.Collection, collections.abc.Container, collections.abc.Iterable, collections.abc.Mapping,
        collections.abc.MutableMapping, collections.abc.MutableSequence, collections.abc.MutableSet,
        collections.abc.Reversible, collections.abc.Sequence, collections.abc.Set,
    )  # fmt: skip


def _items(origin: type, arguments: tuple[Any, ...], path: str, known: _Known) -> Iterator[Fault | _Part]:
    if issubclass(origin, collections.abc.Mapping):
        for key in arguments[:1]:
            if (wrong := _bad_key(key, known)) is not None:
                yield Fault(f"the keys of {path}", _name(wrong))
        arguments = arguments[1:2]
    yield from (_Part(item, f"{path}[]", known) for item in arguments if item is not Ellipsis)


def _bad_key(key: Any, known: _Known) -> Any:
    """The type that cannot be a member's name; None where all can."""
    key = _bare(key, known)
    if get_origin(key) in (typing.Union, types.UnionType):
        return next((wrong for part in get_args(key) if (wrong := _bad_key(part, known)) is not None), None)
    if get_origin(key) is typing.Literal:
        return next((type(value) for value in get_args(key) if _bad_key(type(value), {}) is not None), None)
    key = get_origin(key) or key
    if not isinstance(key, type) or key is object or _is_abstract(key):
        return None
    if issubclass(key, enum.Enum):
        return next((key for member in key if _bad_key(type(member.value), {}) is not None), None)
    return None if key in _KEYS or issubclass(key, _SCALARS) else key


def _inside(class_: type, path: str, known: _Known) -> Iterator[Fault | _Part]:
    if issubclass(class_, enum.Enum):
        yield from (_Part(type(member.value), f"{path}.{member.name}", {}) for member in class_)
    elif (fields := _fields(class_)) is not None:
        yield from (_Part(annotation, f"{path}.{name}", known) for name, annotation in fields.items())
    elif hasattr(class_, "__pydantic_serializer__"):
        yield from _of_pydantic(class_, path)
    elif not issubclass(class_, (*_COLLECTIONS, *_SCALARS)) and not _is_abstract(class_):
        yield Fault(path, _name(class_))


def _of_pydantic(model: Any, path: str) -> Iterator[Fault]:
    return (Fault(f"{path}{where}", wrong) for where, wrong in model_faults(model))


def _is_abstract(type_: type) -> bool:
    """Whether only subclasses of a type have instances, which may have a JSON form."""
    return inspect.isabstract(type_) or abc.ABC in type_.__bases__ or getattr(type_, "_is_protocol", False)


def _fields(type_: type) -> dict[str, Any] | None:
    """The annotations that msgspec writes of a class of fields; None for any other class."""
    if issubclass(type_, msgspec.Struct):
        names = type_.__struct_fields__
    elif dataclasses.is_dataclass(type_):
        names = tuple(field.name for field in dataclasses.fields(type_))
    elif hasattr(type_, "__attrs_attrs__"):
        names = tuple(attribute.name for attribute in type_.__attrs_attrs__)
    elif typing_extensions.is_typeddict(type_):
        return _hints(type_)
    elif issubclass(type_, tuple) and hasattr(type_, "_fields"):
        names = tuple(getattr(type_, "_fields"))  # noqa: B009 - a type checker knows of no tuple with fields
    else:
        return None
    hints = _hints(type_)
    return {name: hints.get(name, Any) for name in names}


def _hints(type_: type) -> dict[str, Any]:
    """The annotations of a class and its bases. One that leads nowhere is left out; it says nothing."""
    # Evaluating annotations runs whatever they say, so any exception may come of it.
    with contextlib.suppress(Exception):
        return typing_extensions.get_type_hints(type_)
    found: dict[str, Any] = {}
    for base in reversed(type_.__mro__):
        for name, annotation in vars(base).get("__annotations__", {}).items():
            alone = type(base.__name__, (), {"__annotations__": {name: annotation}, "__module__": base.__module__})
            with contextlib.suppress(Exception):
                found |= typing_extensions.get_type_hints(alone, localns=dict(vars(base)))
    return found
