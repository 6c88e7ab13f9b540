"""Content-Range (RFC 9110 section 14.4): which part of the representation this is."""

from __future__ import annotations

import re
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.numbers import MAX_DIGITS, whole_number
from antiphon.headers.values.text_field import TextField
from antiphon.headers.values.tokens import check_token
from antiphon.headers.values.wire_text import wire_text
from antiphon.http.grammar import TCHAR

_DIGITS = rf"[0-9]{{1,{MAX_DIGITS}}}"
#: range-unit SP ( first-pos "-" last-pos "/" ( complete-length / "*" ) / "*/" complete-length )
_CONTENT_RANGE = re.compile(
    rf"(?P<unit>{TCHAR}+) (?:(?P<first>{_DIGITS})-(?P<last>{_DIGITS})/(?:(?P<length>{_DIGITS})|\*)"
    rf"|\*/(?P<unsatisfied>{_DIGITS}))"
)


class ContentRange(TextField):
    """The first and last position of a part, both inclusive, and the whole length, None where it is not known.

    `ContentRange(0, 499, 1234)` is `bytes 0-499/1234`; `ContentRange.unsatisfied(1234)`, for a 416, is `bytes */1234`.
    Raises FieldError unless first <= last < length.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Content-Range"
    examples: ClassVar[tuple[str, ...]] = ("bytes 0-499/1234", "bytes 42-1233/*", "bytes */1234")

    def __new__(cls, first: int, last: int, length: int | None, *, unit: str = "bytes") -> Self:
        check_token(cls.field_name, "a range unit", unit)
        whole_number(cls.field_name, "the first position", first)
        whole_number(cls.field_name, "the last position", last)
        if length is not None:
            whole_number(cls.field_name, "the length", length)
        _check_order(first, last, length)
        return str.__new__(cls, f"{unit} {first}-{last}/{'*' if length is None else length}")

    @classmethod
    def unsatisfied(cls, length: int, *, unit: str = "bytes") -> Self:
        """The form for a 416: there is no such range, because the whole is `length` long."""
        check_token(cls.field_name, "a range unit", unit)
        whole_number(cls.field_name, "the length", length)
        return str.__new__(cls, f"{unit} */{length}")

    @classmethod
    def decode(cls, value: str) -> Self:
        """The range that a field value names. Raises FieldError unless first <= last < length, written in digits."""
        match = _CONTENT_RANGE.fullmatch(wire_text(cls.field_name, value))
        if match is None:
            raise FieldError(f"Content-Range: {value!r} is neither 'unit first-last/length' nor 'unit */length'")
        if match["first"]:
            _check_order(int(match["first"]), int(match["last"]), int(match["length"]) if match["length"] else None)
        return str.__new__(cls, value)


def _check_order(first: int, last: int, length: int | None) -> None:
    # RFC 9110 section 14.4: "invalid if ... a last-pos value less than its first-pos value, or a complete-length value
    # less than or equal to its last-pos value".
    if first > last:
        raise FieldError(f"Content-Range: the first position {first} is after the last position {last}")
    if length is not None and last >= length:
        raise FieldError(f"Content-Range: the last position {last} is not inside a length of {length}")
