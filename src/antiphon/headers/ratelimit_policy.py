"""RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers section 3): what a client may ask for, and in what time."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.ratelimit import check_limit
from antiphon.headers.values.numbers import whole_number, whole_seconds
from antiphon.headers.values.structured.values import BareItem, Item, Member
from antiphon.headers.values.structured_field import ListField


class RateLimitPolicy(ListField):
    """A quota under a name, within a window of whole seconds, counted in `unit` (requests where it is left out).

    Where there are several policies, each is a line of its own. Raises FieldError for negative numbers and fractions.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "RateLimit-Policy"
    examples: ClassVar[tuple[str, ...]] = ('"default";q=100;w=60', '"upload";q=65535;w=10;qu="content-bytes"')

    def __new__(
        cls,
        policy: str,
        *,
        quota: int,
        window: int | timedelta | None = None,
        unit: str | None = None,
        partition_key: bytes | None = None,
    ) -> Self:
        said: dict[str, BareItem] = {"q": whole_number(cls.field_name, "the quota", quota)}
        if window is not None:
            said["w"] = whole_seconds(cls.field_name, "the window", window)
        if unit is not None:
            said["qu"] = unit
        if partition_key is not None:
            said["pk"] = partition_key
        return cls.of_members((Item(policy, tuple(said.items())),))

    @classmethod
    def check(cls, member: Member) -> None:
        check_limit(member, "q", "w")
