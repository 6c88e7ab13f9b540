"""Whether a value is a type, as annotations have them."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal, get_args, get_origin

#: Unions, type variables, aliases, `Any`, `Literal[...]` and what else is a type and no class is of classes in these.
_SPECIAL_FORMS: Final = frozenset({"typing", "typing_extensions", "annotationlib"})


def is_type(value: object) -> bool:
    """Whether that is a class, None, or what else an annotation may be. A type in quotes is a text, and none."""
    return (
        value is None
        or isinstance(value, type | types.GenericAlias | types.UnionType)
        or type(value).__module__ in _SPECIAL_FORMS
        or get_origin(value) is not None
    )


def strangers(type_: object) -> Iterator[object]:
    """The values that are given in the place of types: that itself, or what is in its brackets at any depth."""
    if not is_type(type_):
        yield type_
    elif (origin := get_origin(type_)) is not Literal:
        for argument in get_args(type_)[: 1 if origin is Annotated else None]:
            # Of a Callable; in quotes, which others look up; of a tuple.
            if not isinstance(argument, list | str) and argument is not ...:
                yield from strangers(argument)


def type_or_kind(value: Any) -> str:
    """A type as Python writes it; of any other value its class alone, since it may hold what nobody may read."""
    return str(value) if is_type(value) else f"a value of type {type(value).__qualname__}"
