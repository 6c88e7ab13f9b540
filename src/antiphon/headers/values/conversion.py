"""Convert the arguments of `.headers(...)` to typed fields."""

from __future__ import annotations

from typing import TypeVar

from antiphon.headers.field import Field, FieldError

_Field = TypeVar("_Field", bound=Field)


def convert(field: type[_Field], value: object) -> _Field:
    """The field itself as it is, its text decoded, and anything else through the field's own `of`.

    Raises FieldError for text that the field's grammar does not admit and for a type that it does not take.
    """
    if isinstance(value, field):
        return value
    if isinstance(value, str):
        return field.decode(value)
    of = getattr(field, "of", None)
    if of is None:
        raise FieldError(f"{field.field_name}: a {type(value).__name__} is neither {field.__name__} nor its text")
    try:
        made: _Field = of(value)
    except (TypeError, AttributeError) as error:
        raise FieldError(f"{field.field_name}: a {type(value).__name__} does not say what it should hold") from error
    return made
