"""Retry-After (RFC 9110 section 10.2.3): when to ask again."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.moments import whole_moment
from antiphon.headers.values.numbers import read_number, whole_seconds
from antiphon.headers.values.wire_text import wire_text
from antiphon.http.dates import format_http_date, parse_http_date
from antiphon.http.grammar import DIGITS


@dataclasses.dataclass(frozen=True, slots=True)
class RetryAfter:
    """A delay in seconds, or a moment.

    `delay` may be an int, a timedelta of whole seconds, or an aware datetime. Raises FieldError for a negative delay,
    a fraction of a second, or a naive datetime.
    """

    field_name: ClassVar[str] = "Retry-After"
    examples: ClassVar[tuple[str, ...]] = ("120", "Fri, 01 Jan 2027 00:00:00 GMT")

    delay: int | timedelta | datetime
    """The seconds to wait, as an int, or the moment to wait for, in UTC."""

    def __post_init__(self) -> None:
        delay = self.delay
        if isinstance(delay, datetime):
            object.__setattr__(self, "delay", whole_moment(self.field_name, delay))
        else:
            object.__setattr__(self, "delay", whole_seconds(self.field_name, "the delay", delay))

    @classmethod
    def decode(cls, value: str) -> Self:
        if DIGITS.fullmatch(wire_text(cls.field_name, value)):
            return cls(read_number(cls.field_name, "the delay", value))
        moment = parse_http_date(value)
        if moment is None:
            raise FieldError(f"Retry-After is {value!r}, which is neither a number of seconds nor an IMF-fixdate")
        return cls(moment)

    def encode(self) -> bytes:
        delay = self.delay
        return (format_http_date(delay) if isinstance(delay, datetime) else str(delay)).encode("ascii")

    @classmethod
    def of(cls, value: int | timedelta | datetime) -> Self:
        """Read the argument of `headers(retry_after=...)`, which may also be the field itself or its text."""
        return cls(value)
