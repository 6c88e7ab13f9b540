"""The protocol of typed fields."""

from __future__ import annotations

from typing import ClassVar, Protocol, Self

from antiphon.diagnostics.pages import error_url, field_url
from antiphon.errors import ParamError


class FieldError(ParamError):
    """A value that its field's grammar does not admit.

    Its text is one sentence, which begins with the field's name. `parameter` is that name, `help` a line that the field
    can have, and `cite` the section that defines the field.
    """

    def __init__(self, text: str, *, help: str = "") -> None:
        from antiphon.headers.registry import CITATIONS, field_class

        name = text.split(maxsplit=1)[0].rstrip(":")
        field = field_class(name)
        if field is None:  # a part of a field, whose error is raised again with the field's name
            super().__init__("", text, help=help, cite="")
        else:
            advice = help or f"write a value such as `{field.field_name}: {field.examples[0]}`"
            what = text.removeprefix(name).removeprefix(":").strip()
            super().__init__(name, what, help=advice, cite=CITATIONS.get(name.lower(), getattr(field, "citation", "")))
        ValueError.__init__(self, text)

    @property
    def page(self) -> str:
        """The page of the site that shows what the field can have."""
        return field_url(self.parameter) if self.parameter else error_url("FieldError")


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
        ...

    def encode(self) -> bytes:
        """The field value in octets, as it is sent. A value that is a `str` subclass has this from `str`."""
        ...
