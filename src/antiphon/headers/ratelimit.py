"""RateLimit (draft-ietf-httpapi-ratelimit-headers section 4): how much of a quota is left, and until when."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.numbers import whole_number, whole_seconds
from antiphon.headers.values.structured.values import BareItem, Item, Member
from antiphon.headers.values.structured_field import ListField


class RateLimit(ListField):
    """The remaining quota of the policy of that name; `reset` is the whole seconds until more is granted.

    Where there are several policies, each is a line of its own. Raises FieldError for negative numbers and fractions.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "RateLimit"
    examples: ClassVar[tuple[str, ...]] = ('"default";r=50;t=30', '"burst";r=0')

    def __new__(
        cls, policy: str, *, remaining: int, reset: int | timedelta | None = None, partition_key: bytes | None = None
    ) -> Self:
        said: dict[str, BareItem] = {"r": whole_number(cls.field_name, "what remains", remaining)}
        if reset is not None:
            said["t"] = whole_seconds(cls.field_name, "the reset", reset)
        if partition_key is not None:
            said["pk"] = partition_key
        return cls.of_members((Item(policy, tuple(said.items())),))

    @classmethod
    def check(cls, member: Member) -> None:
        check_limit(member, "r", "t")


def check_limit(member: Member, needed: str, optional: str) -> None:
    """Raises FieldError unless the member is the name of a policy in quotes, with parameters of their types."""
    # `type(...) is str` tells a string from a token and a display string, which are texts too.
    if not isinstance(member, Item) or type(member.value) is not str:
        raise FieldError("a member is not the name of a policy in double quotes")
    said = dict(member.parameters)
    if needed not in said:
        raise FieldError(f'"{member.value}" lacks its parameter {needed}')
    for key in (needed, optional):
        value = said.get(key, 0)
        if type(value) is not int or value < 0:
            raise FieldError(f"{key} is {value!r}, which is not a whole number from 0 up")
    if type(said.get("qu", "")) is not str:
        raise FieldError(f"qu is {said['qu']!r}, which is not the name of a unit in double quotes")
    if not isinstance(said.get("pk", b""), bytes):
        raise FieldError(f"pk is {said['pk']!r}, which is not octets, in base64 between colons")
