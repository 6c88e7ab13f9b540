# Written by `nox -s generate` from src; do not edit.
"""RateLimit (draft-ietf-httpapi-ratelimit-headers section 4): how much of a quota is left, and until when."""

from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.values.structured.values import Member
from antiphon.headers.values.structured_field import ListField

class RateLimit(ListField):
    """The remaining quota of the policy of that name; `reset` is the whole seconds until more is granted.

    Where there are several policies, each is a line of its own. Raises FieldError for negative numbers and fractions.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(
        cls, policy: str, *, remaining: int, reset: int | timedelta | None = None, partition_key: bytes | None = None
    ) -> Self: ...
    @classmethod
    def check(cls, member: Member) -> None: ...

def check_limit(member: Member, needed: str, optional: str) -> None:
    """Raises FieldError unless the member is the name of a policy in quotes, with parameters of their types."""
