# Written by `nox -s generate` from src; do not edit.
"""Content-Range (RFC 9110 section 14.4): which part of the representation this is."""

from typing import ClassVar, Self

from antiphon.headers.values.text_field import TextField

class ContentRange(TextField):
    """The first and last position of a part, both inclusive, and the whole length, None where it is not known.

    `ContentRange(0, 499, 1234)` is `bytes 0-499/1234`; `ContentRange.unsatisfied(1234)`, for a 416, is `bytes */1234`.
    Raises FieldError unless first <= last < length.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(cls, first: int, last: int, length: int | None, *, unit: str = "bytes") -> Self: ...
    @classmethod
    def unsatisfied(cls, length: int, *, unit: str = "bytes") -> Self:
        """The form for a 416: there is no such range, because the whole is `length` long."""

    @classmethod
    def decode(cls, value: str) -> Self:
        """The range that a field value names. Raises FieldError unless first <= last < length, written in digits."""
