"""Convert the arguments of `.headers(...)` to typed fields."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any, TypeVar

from antiphon.headers.field import Field, FieldError

_Field = TypeVar("_Field", bound=Field)


@functools.cache
def of_value(field: type[Field]) -> Callable[[Any], Any] | None:
    """The `of(value)` that a field may have, which takes what is neither the field nor its text.

    The `of(content)` of ETag is another thing: it has no value made of octets.
    """
    of: Callable[[Any], Any] | None = getattr(field, "of", None)
    return of if of is not None and "value" in inspect.signature(of).parameters else None


def convert(field: type[_Field], value: object) -> _Field:
    """The field itself as it is, its text decoded, and anything else through the field's own `of`.

    Raises FieldError for text that the field's grammar does not admit and for a type that it does not take.
    """
    if isinstance(value, field):
        return value
    if isinstance(value, str):
        return field.decode(value)
    of = of_value(field)
    if of is None:
        raise FieldError(f"{field.field_name}: a {type(value).__name__} is neither {field.__name__} nor its text")
    try:
        made: _Field = of(value)
    except (TypeError, AttributeError) as error:
        raise FieldError(f"{field.field_name}: a {type(value).__name__} does not say what it should hold") from error
    return made
