# Written by `nox -s generate` from src; do not edit.
"""The protocol of typed fields."""

from typing import ClassVar, Protocol, Self

from antiphon.errors import ParamError

class FieldError(ParamError):
    """A value that its field's grammar does not admit.

    Its text is one sentence, which begins with the field's name. `parameter` is that name, `help` a line that the field
    can have, and `cite` the section that defines the field.
    """

    def __init__(self, text: str, *, help: str = "") -> None: ...
    @property
    def page(self) -> str:
        """The page of the site that shows what the field can have."""

class Field(Protocol):
    """One response field: a name, a typed value, and its conversion to octets and back.

    `decode(encode(value)) == value` for every value. Building a value checks it, so `encode` cannot fail.
    `examples` are wire texts in canonical form, each of which `decode` takes and `encode` gives back unchanged.
    """

    field_name: ClassVar[str]
    """The name of the field, as its standard spells it."""
    examples: ClassVar[tuple[str, ...]]
    """Field values in canonical form, each of which `decode` takes."""

    @classmethod
    def decode(cls, value: str) -> Self:
        """The typed value of a field value; raises FieldError where the grammar does not admit it."""

    def encode(self) -> bytes:
        """The field value in octets, as it is sent. A value that is a `str` subclass has this from `str`."""
