"""The types that a value of an annotation may have, with every alias and wrapper resolved."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Final, LiteralString, Required, TypeVar, Union, get_args, get_origin

#: The result for an annotation that allows any type.
OPEN: Any = object
_PLAIN: tuple[tuple[Any, Any], ...] = ((None, type(None)), (Any, OPEN), (LiteralString, str))
_WRAPPERS = (Annotated, Final, Required)


def alternatives(annotation: Any) -> tuple[Any, ...]:
    """The types that a value may have, each once and in order; `type(None)` is one of them.

    NewType, Annotated, Final, aliases and type variables are resolved. An annotation that allows any type (`Any`,
    `object`, a type variable without a bound) is `OPEN`.
    """
    found: list[Any] = []
    for type_ in _alternatives(annotation):
        if type_ not in found:  # a list, since not every annotation can be hashed: Annotated[int, {"unit": "m"}]
            found.append(type_)
    return tuple(found)


def admits_none(annotation: Any) -> bool:
    """Whether None is a value of the annotation, and not merely one of anything."""
    return type(None) in alternatives(annotation)


def without_none(annotation: Any) -> tuple[Any, ...]:
    """The types that a value other than None may have."""
    return tuple(type_ for type_ in alternatives(annotation) if type_ is not type(None))


def without_wrappers(annotation: Any) -> Any:
    """The annotation without Annotated and Final, which have no name that a description could hold."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in _WRAPPERS:
        return without_wrappers(arguments[0])
    if origin in (Union, types.UnionType):
        found = tuple(without_wrappers(argument) for argument in arguments)
        return annotation if found == arguments else Union[found]
    return annotation


def _alternatives(annotation: Any) -> Iterator[Any]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    plain = next((type_ for written, type_ in _PLAIN if annotation is written), None)
    if plain is not None:
        yield plain
    elif origin in (Union, types.UnionType):
        for argument in arguments:
            yield from _alternatives(argument)
    elif origin in _WRAPPERS:
        yield from _alternatives(arguments[0])
    elif hasattr(annotation, "__supertype__"):  # NewType
        yield from _alternatives(annotation.__supertype__)
    elif isinstance(annotation, TypeVar):
        yield from _alternatives(_bound(annotation))
    elif _is_alias(annotation):
        yield from _alternatives(annotation.__value__)
    elif _is_alias(origin):
        yield from _alternatives(origin.__value__[arguments])
    else:
        yield annotation


def _is_alias(annotation: Any) -> bool:
    # By name: `type X = ...` makes typing's class from Python 3.12 on, and typing_extensions has one of its own.
    return type(annotation).__name__ == "TypeAliasType"


def _bound(variable: TypeVar) -> Any:
    if variable.__constraints__:
        return Union[variable.__constraints__]
    return OPEN if variable.__bound__ is None else variable.__bound__
