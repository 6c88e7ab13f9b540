# Written by `nox -s generate` from src; do not edit.
"""Fields that are one date (IMF-fixdate, RFC 9110 section 5.6.7)."""

import dataclasses
from datetime import datetime
from typing import ClassVar, Self

@dataclasses.dataclass(frozen=True, slots=True)
class MomentField:
    """An aware datetime, kept in UTC without the fraction of its second. Raises FieldError for a naive one."""

    field_name: ClassVar[str]
    moment: datetime
    """The moment, in UTC and whole seconds."""

    def __post_init__(self) -> None: ...
    @classmethod
    def decode(cls, value: str) -> Self: ...
    @classmethod
    def of(cls, value: datetime) -> Self:
        """The field from its moment, which a keyword of `headers(...)` takes too."""

    def encode(self) -> bytes: ...
