"""Values made up for a type, so that something can be shown where a call would give the real one."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import decimal
import enum
import inspect
import types
import typing
import uuid
from collections.abc import Callable, Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Literal, Union, get_args, get_origin

import msgspec

from antiphon.runtime.content.problem import Problem
from antiphon.runtime.cookie_value import CookieValue

_MOMENT = dt.datetime(2030, 1, 2, 3, 4, 5, tzinfo=dt.UTC)

_PLAIN: Mapping[Any, Any] = {
    str: "sample",
    int: 1,
    float: 1.5,
    bool: True,
    bytes: b"sample",
    None: None,
    type(None): None,
    object: "sample",
    Any: "sample",
    dt.datetime: _MOMENT,
    dt.date: _MOMENT.date(),
    dt.time: _MOMENT.time(),
    dt.timedelta: dt.timedelta(hours=1),
    decimal.Decimal: decimal.Decimal("1.50"),
    uuid.UUID: uuid.UUID("00000000-0000-4000-8000-000000000000"),
}


_OF_THE_RESPONSE = frozenset({"type", "title", "status", "instance"})


class NoSample(LookupError):  # noqa: N818 - it says what is missing, not that something went wrong
    """No value can be made up for a type."""


def sample(type_: Any, within: tuple[type, ...] = ()) -> Any:
    """A value of the type. Raises NoSample where none can be made up.

    `within` are the classes that the value will be part of: one that contains itself ends there.
    """
    type_ = _bare(type_)
    if isinstance(type_, Hashable) and type_ in _PLAIN:
        return _PLAIN[type_]
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is Literal:
        return arguments[0]
    if origin in (Union, types.UnionType):
        return _member(arguments, within)
    class_ = origin or type_
    if not inspect.isclass(class_):
        raise NoSample(f"no value can be made up for {type_!r}")
    if issubclass(class_, enum.Enum):
        return next(iter(class_))
    if class_ is CookieValue:
        return CookieValue(sample(arguments[0] if arguments else str, within), max_age=dt.timedelta(days=30))
    fields = _fields(class_)
    if fields is not None:
        return _object(class_, arguments, *fields, within)
    for plain in (str, bytes, float, int):
        if issubclass(class_, plain):
            return _made(class_, (_PLAIN[plain],), {})
    return _collection(class_, arguments, within)


def _bare(type_: Any) -> Any:
    """The type behind other names: Annotated, NewType, `type X = ...`, a type variable."""
    while True:
        if hasattr(type_, "__metadata__"):
            type_ = type_.__origin__
        elif isinstance(type_, typing.TypeVar):
            type_ = type_.__bound__ or str
        elif behind := next((name for name in ("__supertype__", "__value__") if hasattr(type_, name)), None):
            type_ = getattr(type_, behind)
        else:
            return type_


def _member(members: tuple[Any, ...], within: tuple[type, ...]) -> Any:
    """The first member of a union that can be made up, None last."""
    for member in members:
        if member is not type(None):
            with contextlib.suppress(NoSample):
                return sample(member, within)
    if type(None) in members:
        return None
    raise NoSample("no value can be made up for any member of the union")


def _collection(class_: Any, arguments: tuple[Any, ...], within: tuple[type, ...]) -> Any:
    """A collection of one member, or of none where no member can be made up."""
    if not issubclass(class_, Iterable) or (not arguments and class_ not in (list, tuple, set, frozenset, dict)):
        raise NoSample(f"no value can be made up for {class_.__qualname__}")
    if issubclass(class_, tuple) and arguments and arguments[-1] is not Ellipsis:
        return tuple(sample(argument, within) for argument in arguments)
    made: list[Any] = []
    with contextlib.suppress(NoSample):
        made = [sample(argument, within) for argument in arguments[:2] or (str, str) if argument is not Ellipsis]
    if issubclass(class_, Mapping):
        return {made[0]: made[1]} if made else {}
    return set(made[:1]) if issubclass(class_, AbstractSet) else tuple(made[:1]) if class_ is tuple else made[:1]


def _fields(class_: Any) -> tuple[Iterable[str], Callable[..., Any]] | None:
    """The names of the fields that a class declares, and what makes an instance of them by keyword."""
    if typing.is_typeddict(class_):
        return class_.__annotations__, dict
    if issubclass(class_, Problem):
        # The type, the title and the status are those of the response, where they are not given.
        fields = msgspec.structs.fields(class_)
        return [one.name for one in fields if one.required or one.name not in _OF_THE_RESPONSE], class_
    if issubclass(class_, msgspec.Struct):
        return class_.__struct_fields__, class_
    if hasattr(class_, "__attrs_attrs__"):
        aliases = {field.name: field.alias for field in class_.__attrs_attrs__ if field.init}
        return aliases, lambda **values: class_(**{aliases[name]: value for name, value in values.items()})
    if "__dataclass_fields__" in dir(class_):
        return [field.name for field in dataclasses.fields(class_) if field.init], class_
    if hasattr(class_, "model_construct"):
        return class_.model_fields, class_.model_construct
    named: Iterable[str] | None = getattr(class_, "_fields", None) if issubclass(class_, tuple) else None
    return (named, class_) if named is not None else None


def _object(
    class_: Any,
    arguments: tuple[Any, ...],
    names: Iterable[str],
    make: Callable[..., Any],
    within: tuple[type, ...],
) -> Any:
    """An instance of a class that declares its fields."""
    if class_ in within:
        raise NoSample(f"{class_.__qualname__} contains itself")
    try:
        hints = typing.get_type_hints(class_)
    except Exception:  # noqa: BLE001 - annotations of the user's may not be readable outside their function
        raise NoSample(f"the annotations of {class_.__qualname__} cannot be read") from None
    given = dict(zip(getattr(class_, "__parameters__", ()), arguments, strict=False))
    values = {name: sample(_substituted(hints.get(name, str), given), (*within, class_)) for name in names}
    return _made(class_, (), values, make)


def _made(class_: Any, given: tuple[Any, ...], named: Mapping[str, Any], make: Callable[..., Any] | None = None) -> Any:
    """An instance of a class of the user's, of made-up values."""
    try:
        return (make or class_)(*given, **named)
    except Exception as error:  # noqa: BLE001 - it may refuse what was made up for it
        raise NoSample(f"{class_.__qualname__} refuses the values made up for it: {type(error).__name__}") from None


def _substituted(hint: Any, given: Mapping[Any, Any]) -> Any:
    """A field's type with the arguments of its generic class."""
    if hint in given:
        return given[hint]
    inner = getattr(hint, "__parameters__", ())
    return hint[tuple(given.get(parameter, parameter) for parameter in inner)] if inner and given else hint
