"""Fields that are nothing but a list of words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.lists import split_list
from antiphon.headers.values.tokens import check_token


@dataclasses.dataclass(frozen=True, slots=True, init=False)
class TokenList:
    """A list of tokens. Raises FieldError for an invalid member, and for an empty list where it has no meaning."""

    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    #: The meaning of a member, for error messages.
    member: ClassVar[str]
    #: Whether an empty list means something.
    may_be_empty: ClassVar[bool] = False

    members: tuple[str, ...]
    """The members, in the order of writing."""

    def __init__(self, *members: str) -> None:
        if not members and not self.may_be_empty:
            raise FieldError(f"{self.field_name} needs at least one member")
        for member in members:
            self.check(member)
        object.__setattr__(self, "members", members)

    @classmethod
    def check(cls, member: str) -> None:
        """Raises FieldError for a member that the field cannot hold."""
        check_token(cls.field_name, cls.member, member)

    @classmethod
    def decode(cls, value: str) -> Self:
        return cls(*split_list(cls.field_name, value))

    @classmethod
    def of(cls, value: list[str] | tuple[str, ...]) -> Self:
        """The field from a sequence of its members, which a keyword of `headers(...)` takes too."""
        if isinstance(value, str):
            raise FieldError(
                f"{cls.field_name}: {value!r} is text where a sequence of members is needed, such as ({value!r},)"
            )
        if not isinstance(value, Iterable):
            raise FieldError(f"{cls.field_name}: {value!r} is not a sequence of members")
        return cls(*value)

    def encode(self) -> bytes:
        return ", ".join(self.members).encode("ascii")
