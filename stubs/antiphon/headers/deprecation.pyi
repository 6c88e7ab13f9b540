# Written by `nox -s generate` from src; do not edit.
"""Deprecation (RFC 9745 section 2): since when, or from when on, the resource is deprecated."""

from typing import ClassVar, Self

from antiphon.headers.values.moment_field import MomentField

class Deprecation(MomentField):
    """The moment of deprecation, as an aware datetime; on the wire, seconds after an `@`.

    Raises FieldError for a naive datetime, and for a date outside the years 1 to 9999.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    @classmethod
    def decode(cls, value: str) -> Self: ...
    def encode(self) -> bytes: ...
