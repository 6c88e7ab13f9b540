"""Fields that are one date (IMF-fixdate, RFC 9110 section 5.6.7)."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from typing import ClassVar, Self

from antiphon.headers.values.moments import read_moment, whole_moment
from antiphon.http.dates import format_http_date


@dataclasses.dataclass(frozen=True, slots=True)
class MomentField:
    """An aware datetime, kept in UTC without the fraction of its second. Raises FieldError for a naive one."""

    field_name: ClassVar[str]

    moment: datetime
    """The moment, in UTC and whole seconds."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "moment", whole_moment(self.field_name, self.moment))

    @classmethod
    def decode(cls, value: str) -> Self:
        return cls(read_moment(cls.field_name, value))

    @classmethod
    def of(cls, value: datetime) -> Self:
        """The field from its moment, which a keyword of `headers(...)` takes too."""
        return cls(value)

    def encode(self) -> bytes:
        return format_http_date(self.moment).encode("ascii")
