# Written by `nox -s generate` from src; do not edit.
"""Retry-After (RFC 9110 section 10.2.3): when to ask again."""

import dataclasses
from datetime import datetime, timedelta
from typing import ClassVar, Self

@dataclasses.dataclass(frozen=True, slots=True)
class RetryAfter:
    """A delay in seconds, or a moment.

    `delay` may be an int, a timedelta of whole seconds, or an aware datetime. Raises FieldError for a negative delay,
    a fraction of a second, or a naive datetime.
    """

    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    delay: int | timedelta | datetime
    """The seconds to wait, as an int, or the moment to wait for, in UTC."""

    def __post_init__(self) -> None: ...
    @classmethod
    def decode(cls, value: str) -> Self: ...
    def encode(self) -> bytes: ...
    @classmethod
    def of(cls, value: int | timedelta | datetime) -> Self:
        """Read the argument of `headers(retry_after=...)`, which may also be the field itself or its text."""
