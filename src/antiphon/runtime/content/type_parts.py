"""The parts of a type: its wrappers removed, its type arguments substituted, its annotations evaluated.

A name in an annotation that leads nowhere becomes a `Nowhere`, which keeps the rest of the annotation readable.
"""

from __future__ import annotations

import builtins
import collections.abc
import contextlib
import dataclasses
import sys
import typing
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, get_args, get_origin

import msgspec
import typing_extensions

#: Type variables, and the types that replace them.
Known = Mapping[Any, Any]

#: An alias may lead to itself.
_DEEPEST = 100

_WRAPPERS = (
    typing.Annotated, typing.Final, typing.Required, typing.NotRequired,
    typing_extensions.ReadOnly, typing_extensions.Required, typing_extensions.NotRequired,
)  # fmt: skip

COLLECTIONS: tuple[type, ...] = (list, tuple, set, frozenset, dict, collections.deque)
_ABSTRACT_COLLECTIONS = (
    collections.abc.Collection, collections.abc.Container, collections.abc.Iterable, collections.abc.Mapping,
    collections.abc.MutableMapping, collections.abc.MutableSequence, collections.abc.MutableSet,
    collections.abc.Reversible, collections.abc.Sequence, collections.abc.Set,
)  # fmt: skip


class Nowhere:
    """The placeholder for a name that cannot be looked up, such as that of a class inside a function."""

    def __init__(self, name: str, owner: type) -> None:
        self.name = name
        self.owner = owner

    def found(self) -> Any:
        """The value that the name has by now; itself where it still cannot be looked up."""
        return vars(sys.modules.get(self.owner.__module__, builtins)).get(self.name, self)

    def __getattr__(self, name: str) -> Nowhere:
        if name.startswith("__"):  # `typing` asks whatever it meets for its own attributes
            raise AttributeError(name)
        return Nowhere(name, self.owner)

    def __getitem__(self, _arguments: object) -> Nowhere:
        return self

    def __or__(self, other: Any) -> Any:
        return typing.Union[self, other]

    def __ror__(self, other: Any) -> Any:
        return typing.Union[other, self]

    def __call__(self) -> None:
        """Never called; `typing` accepts only callables as types."""

    def __repr__(self) -> str:
        return self.name


def bare(type_: Any, known: Known) -> Any:
    """The type itself, without Annotated, aliases and other wrappers."""
    *_, last = unwrapped(type_, known)
    return type(None) if last is None else last


def unwrapped(type_: Any, known: Known) -> Iterator[Any]:
    """The type as it is given, and again without each of its wrappers, from the outermost to none."""
    for _ in range(_DEEPEST):
        yield type_
        origin = get_origin(type_)
        if isinstance(type_, TypeVar):
            type_ = known[type_] if type_ in known else _widest(type_)
        elif isinstance(type_, typing_extensions.TypeAliasType):
            type_ = _value(type_)
        elif isinstance(origin, typing_extensions.TypeAliasType):
            names = getattr(origin, "__type_params__", ())
            known = {**known, **{name: put_in(part, known) for name, part in zip(names, get_args(type_), strict=False)}}
            type_ = put_in(_value(origin), known)
        elif isinstance(type_, typing.NewType):
            type_ = type_.__supertype__
        elif isinstance(type_, dataclasses.InitVar):
            type_ = type_.type
        elif origin in _WRAPPERS:
            type_ = get_args(type_)[0]
        else:
            break


def _value(alias: Any) -> Any:
    with contextlib.suppress(Exception):  # the right side of an alias is evaluated only now, and may raise anything
        value = alias.__value__
        return _evaluated(alias, "value", value) if isinstance(value, str) else value
    return Any


def _widest(name: Any) -> Any:
    """The type that a type variable without an argument admits."""
    default = getattr(name, "__default__", typing_extensions.NoDefault)
    if default not in (typing_extensions.NoDefault, None):
        return default
    return typing.Union[name.__constraints__] if name.__constraints__ else name.__bound__ or Any


def variables_of(generic: Any) -> tuple[Any, ...]:
    """The type variables of a generic class or alias; of a class of aliases that is a descriptor, and means nothing."""
    names = getattr(generic, "__parameters__", ())
    return names if isinstance(names, tuple) else ()


def given_to(generic: Any, arguments: tuple[Any, ...]) -> dict[Any, Any]:
    """The arguments of a generic class by its type variables."""
    return dict(zip(variables_of(generic), arguments, strict=False))


def put_in(type_: Any, known: Known) -> Any:
    """A generic type with the arguments of its type variables in place."""
    if isinstance(type_, TypeVar):
        return known.get(type_, type_)
    names = variables_of(type_)
    try:
        return type_[tuple(known.get(name, _widest(name)) for name in names)] if names else type_
    except (TypeError, AttributeError):
        return type_


def is_collection(origin: type) -> bool:
    """Whether a type is written as an array or object of its items, or is an abstract class of such types."""
    return issubclass(origin, COLLECTIONS) or origin in _ABSTRACT_COLLECTIONS


def is_model(type_: Any) -> bool:
    """Whether a class is pydantic's, a model or a dataclass: it brings its own serializer."""
    return isinstance(type_, type) and hasattr(type_, "__pydantic_serializer__")


def is_typed_dict(type_: Any) -> bool:
    """Whether a class is a TypedDict, of `typing` or of `typing_extensions`, which pydantic asks for below 3.12."""
    return typing_extensions.is_typeddict(type_)


def is_named_tuple(type_: Any) -> bool:
    """Whether a class is a tuple whose items have names."""
    return isinstance(type_, type) and issubclass(type_, tuple) and hasattr(type_, "_fields")


def field_names(class_: type) -> tuple[str, ...] | None:
    """The fields of a Struct, dataclass, attrs class, TypedDict or named tuple; None for any other class."""
    if issubclass(class_, msgspec.Struct):
        return class_.__struct_fields__
    if dataclasses.is_dataclass(class_):
        return tuple(field.name for field in dataclasses.fields(class_))
    if hasattr(class_, "__attrs_attrs__"):
        return tuple(attribute.name for attribute in class_.__attrs_attrs__)
    if is_typed_dict(class_):
        return tuple(getattr(class_, "__required_keys__", ())) + tuple(getattr(class_, "__optional_keys__", ()))
    if is_named_tuple(class_):
        return tuple(getattr(class_, "_fields"))  # noqa: B009 - a type checker knows of no tuple with fields
    return None


def fields(class_: type, known: Known) -> dict[str, Any] | None:
    """The annotation of each field, its type variables filled in; None for a class that has no fields."""
    names = field_names(class_)
    if names is None:
        return None
    found = _annotations(class_, known)
    if is_typed_dict(class_):  # in the order in which they are written
        return {name: annotation for name, annotation in found.items() if name in names}
    return {name: found.get(name, Any) for name in names}


def required_keys(class_: type) -> frozenset[str]:
    """The keys that a TypedDict always has. A class does not see NotRequired itself where annotations are text."""
    required: set[str] = set(getattr(class_, "__required_keys__", ()))
    for name, declared in _annotations(class_, {}).items():
        annotation = declared
        while (origin := get_origin(annotation)) in _WRAPPERS:
            if origin in (typing_extensions.NotRequired, typing.NotRequired):
                required.discard(name)
            elif origin in (typing_extensions.Required, typing.Required):
                required.add(name)
            annotation = get_args(annotation)[0]
    return frozenset(required)


def _annotations(class_: type, known: Known) -> dict[str, Any]:
    """The annotations of a class and its bases, each with the arguments that its own class was given."""
    found: dict[str, Any] = {attribute.name: attribute.type for attribute in getattr(class_, "__attrs_attrs__", ())}
    arguments = type_arguments(class_, known)
    for base in reversed([*class_.__mro__[:1], *_typed_bases(class_), *class_.__mro__[1:]]):
        given = arguments.get(base, {})
        for name, annotation in _own(base).items():
            # A TypedDict repeats what its bases declare, in their type variables.
            repeated = name in found and is_typed_dict(base)
            if not repeated or all(variable in given for variable in variables_of(annotation)):
                found[name] = put_in(annotation, given)
    return {
        name: Any if annotation is None and name not in _own(class_) else annotation
        for name, annotation in found.items()
    }


def _typed_bases(class_: Any) -> list[type]:
    bases = [get_origin(base) or base for base in getattr(class_, "__orig_bases__", ()) if is_typed_dict(class_)]
    typed = [base for base in bases if is_typed_dict(base)]
    return [*typed, *(above for base in typed for above in _typed_bases(base))]


def type_arguments(class_: Any, known: Known) -> dict[type, Known]:
    """For each generic class that a class derives from, the arguments of its type variables."""
    found: dict[type, Known] = {class_: known}
    for base in vars(class_).get("__orig_bases__", ()):
        origin = get_origin(base)
        if isinstance(origin, type) and origin is not typing.Generic:
            given = {name: put_in(part, known) for name, part in given_to(origin, get_args(base)).items()}
            found |= type_arguments(origin, given)
    for base in getattr(class_, "__bases__", ()):
        if base is not object and base not in found:
            found |= {**type_arguments(base, {}), **found}
    return found


def _names(owner: Any) -> dict[str, Any]:
    """The names that an annotation may use: those of its class, its module and Python."""
    module = sys.modules.get(owner.__module__)
    parameters = {name.__name__: name for name in getattr(owner, "__type_params__", ())}
    return {**vars(builtins), **(vars(module) if module else {}), **parameters, owner.__name__: owner}


def _own(class_: type) -> dict[str, Any]:
    """The annotations in a class's own body, evaluated. Evaluating runs any code that they contain."""
    written: dict[str, Any] = {}
    with contextlib.suppress(Exception):
        written = typing_extensions.get_annotations(class_, format=typing_extensions.Format.FORWARDREF)
    found = {}
    for name, annotation in written.items():
        found[name] = _evaluated(class_, name, annotation)
    return found


def _evaluated(owner: Any, name: str, annotation: Any) -> Any:
    """An annotation, evaluated in the module of its owner, with a `Nowhere` for each name that is not there.

    Any where evaluating raises anything else.
    """
    alone = type(owner.__name__, (), {"__annotations__": {name: annotation}, "__module__": owner.__module__})
    names = _names(owner)
    with contextlib.suppress(Exception):
        while True:
            try:
                return _HINTS(alone, {}, names, include_extras=True)[name]
            except NameError as missing:  # a mapping that knew every name would be copied by Python 3.14
                if missing.name is None or missing.name in names:
                    raise
                names[missing.name] = Nowhere(missing.name, owner)
    return Any


_HINTS: Callable[..., dict[str, Any]] = typing_extensions.get_type_hints
