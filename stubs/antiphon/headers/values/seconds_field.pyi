# Written by `nox -s generate` from src; do not edit.
"""Fields that are a number of seconds (delta-seconds, RFC 9111 section 1.2.2)."""

import dataclasses
from datetime import timedelta
from typing import ClassVar, Self

@dataclasses.dataclass(frozen=True, slots=True)
class SecondsField:
    """A number of seconds, as an int or a timedelta. Raises FieldError for a negative one or a fraction of a second."""

    field_name: ClassVar[str]
    seconds: int | timedelta
    """The whole seconds, as an int."""

    def __post_init__(self) -> None: ...
    @classmethod
    def decode(cls, value: str) -> Self: ...
    @classmethod
    def of(cls, value: int | timedelta) -> Self:
        """The field from its seconds, which a keyword of `headers(...)` takes too."""

    def encode(self) -> bytes: ...
