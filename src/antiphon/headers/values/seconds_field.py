"""Fields that are a number of seconds (delta-seconds, RFC 9111 section 1.2.2)."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.values.numbers import read_number, whole_seconds


@dataclasses.dataclass(frozen=True, slots=True)
class SecondsField:
    """A number of seconds, as an int or a timedelta. Raises FieldError for a negative one or a fraction of a second."""

    field_name: ClassVar[str]

    seconds: int | timedelta
    """The whole seconds, as an int."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "seconds", whole_seconds(self.field_name, "the time", self.seconds))

    @classmethod
    def decode(cls, value: str) -> Self:
        return cls(read_number(cls.field_name, "the time", value))

    @classmethod
    def of(cls, value: int | timedelta) -> Self:
        """The field from its seconds, which a keyword of `headers(...)` takes too."""
        return cls(value)

    def encode(self) -> bytes:
        return str(self.seconds).encode("ascii")
