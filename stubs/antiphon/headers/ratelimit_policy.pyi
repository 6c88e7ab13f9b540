# Written by `nox -s generate` from src; do not edit.
"""RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers section 3): what a client may ask for, and in what time."""

from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.values.structured.values import Member
from antiphon.headers.values.structured_field import ListField

class RateLimitPolicy(ListField):
    """A quota under a name, within a window of whole seconds, counted in `unit` (requests where it is left out).

    Where there are several policies, each is a line of its own. Raises FieldError for negative numbers and fractions.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(
        cls,
        policy: str,
        *,
        quota: int,
        window: int | timedelta | None = None,
        unit: str | None = None,
        partition_key: bytes | None = None,
    ) -> Self: ...
    @classmethod
    def check(cls, member: Member) -> None: ...
