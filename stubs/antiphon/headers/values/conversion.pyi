# Written by `nox -s generate` from src; do not edit.
"""What a keyword of `.headers(...)` takes becomes the typed field here."""

from typing import TypeVar

from antiphon.headers.field import Field

_Field = TypeVar("_Field", bound=Field)

def convert(field: type[_Field], value: object) -> _Field:
    """The field itself as it is, its text decoded, and anything else through the field's own `of`.

    Raises FieldError for text that the field's grammar does not admit and for a type that it does not take.
    """
