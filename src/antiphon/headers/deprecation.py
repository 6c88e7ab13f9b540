"""Deprecation (RFC 9745 section 2): since when, or from when on, the resource is deprecated."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.moment_field import MomentField
from antiphon.headers.values.structured.reading import read_item
from antiphon.headers.values.structured.values import Date, Item
from antiphon.headers.values.structured.writing import write_item

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


class Deprecation(MomentField):
    """The moment of deprecation, as an aware datetime; on the wire, seconds after an `@`.

    Raises FieldError for a naive datetime, and for a date outside the years 1 to 9999.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Deprecation"
    examples: ClassVar[tuple[str, ...]] = ("@1688169599",)

    @classmethod
    def decode(cls, value: str) -> Self:
        try:
            date = read_item(value).value
        except FieldError as error:
            raise FieldError(f"{cls.field_name}: {error}") from None
        if not isinstance(date, Date):
            raise FieldError(f"{cls.field_name}: {value!r} is not a date, which is @ and a whole number of seconds")
        try:
            return cls(_EPOCH + timedelta(seconds=date))
        except OverflowError:
            raise FieldError(f"{cls.field_name}: {value!r} is outside the years 1 to 9999") from None

    def encode(self) -> bytes:
        return write_item(Item(Date((self.moment - _EPOCH) // _SECOND))).encode("ascii")
